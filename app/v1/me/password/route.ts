import { ChangePassword } from "@/core/auth/account-contract";
import { changePassword } from "@/server/auth/change-password";
import { v1Route } from "@/server/http/route";

export const POST = v1Route({
  id: "changePassword",
  tag: "Account",
  scope: "session",
  summary: "Change the password, or set the first one",
  description: "Signs out every other browser and television. Televisions cannot do this.",
  body: ChangePassword,
  reply: null,
  errors: ["auth.browser_required", "auth.password_wrong", "rate_limit.exceeded"],
  handle: (actor, { body, address }) => changePassword(actor, body, address),
});
