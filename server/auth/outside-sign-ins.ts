import { env } from "../env";

/** Other services by which one can sign in here, as the sign-in page offers them: those whose settings are there. */
export function outsideSignIns(): { id: string; name: string }[] {
  const { GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET, GITHUB_ID, GITHUB_SECRET } = env();
  return [
    ...(GOOGLE_CLIENT_ID && GOOGLE_CLIENT_SECRET ? [{ id: "google", name: "Google" }] : []),
    ...(GITHUB_ID && GITHUB_SECRET ? [{ id: "github", name: "GitHub" }] : []),
  ];
}
