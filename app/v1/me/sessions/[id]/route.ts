import { ById } from "@/core/contract";
import { revokeSession } from "@/server/auth/revoke-session";
import { v1Route } from "@/server/http/route";

export const DELETE = v1Route({
  id: "revokeSession",
  tag: "Account",
  scope: "session",
  summary: "Sign out a browser or a television, at once",
  params: ById,
  reply: null,
  errors: ["auth.browser_required"],
  handle: (actor, { params }) => revokeSession(actor, params.id),
});
