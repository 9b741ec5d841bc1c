/** Ends the session of this browser and leads to the sign-in page. */
export async function leaveStudio(): Promise<void> {
  const { signOut } = await import("next-auth/react");
  await signOut({ callbackUrl: "/sign-in" });
}
