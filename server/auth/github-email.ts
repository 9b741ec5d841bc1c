interface GithubEmail {
  email: string;
  primary: boolean;
  verified: boolean;
}

/** The verified primary address of a GitHub account; its profile names an address that may be unproven. */
export async function verifiedGithubEmail(accessToken: string): Promise<string | null> {
  const reply = await fetch("https://api.github.com/user/emails", {
    headers: { Authorization: `Bearer ${accessToken}`, Accept: "application/vnd.github+json" },
    signal: AbortSignal.timeout(10_000),
  });
  if (!reply.ok) return null;
  const emails = (await reply.json()) as GithubEmail[];
  return emails.find((candidate) => candidate.primary && candidate.verified)?.email ?? null;
}
