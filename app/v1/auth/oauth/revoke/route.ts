import { revokeOwnTv } from "@/server/devices/revoke-own-tv";
import { v1Route } from "@/server/http/route";

export const POST = v1Route({
  id: "revokeOwnTv",
  tag: "Devices",
  scope: "any",
  summary: "Sign out the television that asks",
  reply: null,
  errors: ["auth.tv_required"],
  handle: (actor) => revokeOwnTv(actor),
});
