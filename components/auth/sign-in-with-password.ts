/** Tries to sign in. Null when it worked, else a sentence for the person. */
export async function signInWithPassword(email: string, password: string): Promise<string | null> {
  const { signIn } = await import("next-auth/react");
  try {
    const result = await signIn("credentials", { email, password, redirect: false });
    if (result?.ok && !result.error) return null;
    return refusalText(result?.status, result?.error);
  } catch {
    return "Lineup cannot be reached. Check your connection and try again.";
  }
}

function refusalText(status: number | undefined, error: string | null | undefined): string {
  if (status === 429 || error?.startsWith("rate_limit")) {
    const seconds = Number(/(\d+)\s*$/.exec(error ?? "")?.[1]);
    const minutes = seconds > 0 ? Math.ceil(seconds / 60) : 15;
    const wait = minutes === 1 ? "a minute" : `${minutes} minutes`;
    return `Too many attempts to sign in. Wait ${wait}, then try again.`;
  }
  if (status === 401 || error === "CredentialsSignin") {
    return "This e-mail and password do not belong together. Check both and try again.";
  }
  return "Signing in did not work because of a fault on our side. Try again in a moment.";
}
