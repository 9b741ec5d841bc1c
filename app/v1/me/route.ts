import { CloseAccount, UpdateMe } from "@/core/auth/account-contract";
import { Me, User } from "@/core/auth/contract";
import { closeAccount } from "@/server/auth/close-account";
import { getMe } from "@/server/auth/get-me";
import { updateMe } from "@/server/auth/update-me";
import { v1Route } from "@/server/http/route";

export const GET = v1Route({
  id: "getMe",
  tag: "Account",
  scope: "any",
  summary: "The account that is asking",
  reply: Me,
  handle: (actor) => getMe(actor),
});

export const PATCH = v1Route({
  id: "updateMe",
  tag: "Account",
  scope: "session",
  summary: "Change name, e-mail address or preferences",
  description: "Changing the e-mail address takes `currentPassword`. Televisions cannot do this.",
  body: UpdateMe,
  reply: User,
  errors: [
    "auth.browser_required",
    "auth.password_missing",
    "auth.password_wrong",
    "auth.email_taken",
    "rate_limit.exceeded",
  ],
  handle: (actor, { body, address }) => updateMe(actor, body, address),
});

export const DELETE = v1Route({
  id: "closeAccount",
  tag: "Account",
  scope: "session",
  summary: "Close the account",
  description:
    "Takes the e-mail address, typed once more, and the password. Refused while channels are published, unless `unpublish` is true: then they leave the air first. Televisions cannot do this.",
  body: CloseAccount,
  reply: null,
  errors: ["auth.browser_required", "auth.password_wrong", "account.channels_published", "rate_limit.exceeded"],
  handle: (actor, { body, address }) => closeAccount(actor, body, address),
});
