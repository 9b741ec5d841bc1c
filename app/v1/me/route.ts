import { Me } from "@/core/auth/contract";
import { getMe } from "@/server/auth/get-me";
import { v1Route } from "@/server/http/route";

export const GET = v1Route({
  id: "getMe",
  tag: "Account",
  scope: "any",
  summary: "The account that is asking",
  reply: Me,
  handle: (actor) => getMe(actor),
});
