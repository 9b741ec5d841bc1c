/** Tries to sign in. Null when it worked, else a sentence for the person. */
export async function signInWithPassword(email: string, password: string): Promise<string | null> {
  try {
    const { signIn } = await import("next-auth/react");
    const result = await signIn("credentials", { email, password, redirect: false });
    if (result?.ok && !result.error) return null;
    return refusalText(result?.error);
  } catch {
    return "Lineup cannot be reached. Check your connection and try again.";
  }
}

/** next-auth answers a code for a wrong password, and the server's own sentence for anything else it was told. */
export function refusalText(error: string | null | undefined): string {
  if (error === "CredentialsSignin") {
    return "This e-mail and password do not belong together. Check both and try again.";
  }
  if (error && /\s/.test(error)) return error;
  return "Signing in did not work because of a fault on our side. Try again in a moment.";
}
