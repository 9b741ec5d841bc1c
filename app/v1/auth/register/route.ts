import { Register, Registered } from "@/core/auth/contract";
import { register } from "@/server/auth/register";
import { v1Route } from "@/server/http/route";

export const POST = v1Route({
  id: "register",
  tag: "Account",
  scope: "public",
  summary: "Create an account",
  limit: "register",
  body: Register,
  reply: Registered,
  status: 201,
  errors: ["auth.email_taken", "auth.signup_closed"],
  handle: (_, { body }) => register(body),
});
