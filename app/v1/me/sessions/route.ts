import { SessionList } from "@/core/auth/account-contract";
import { listSessions } from "@/server/auth/list-sessions";
import { revokeOtherSessions } from "@/server/auth/revoke-session";
import { v1Route } from "@/server/http/route";

export const GET = v1Route({
  id: "listSessions",
  tag: "Account",
  scope: "session",
  summary: "Browsers and televisions that are signed in",
  reply: SessionList,
  errors: ["auth.browser_required"],
  handle: (actor) => listSessions(actor, new Date()),
});

export const DELETE = v1Route({
  id: "revokeOtherSessions",
  tag: "Account",
  scope: "session",
  summary: "Sign out everybody but the one who asks",
  reply: null,
  errors: ["auth.browser_required"],
  handle: (actor) => revokeOtherSessions(actor),
});
