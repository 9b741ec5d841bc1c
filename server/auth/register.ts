import type { Register, Registered } from "@/core/auth/contract";
import { createAccount } from "./create-account";
import { hashPassword } from "./password";
import { userView } from "./user-view";

/**
 * Makes an account that signs in with e-mail and password.
 * @throws auth.signup_closed, auth.email_taken
 */
export async function register({ password, ...account }: Register): Promise<Registered> {
  return { user: userView(await createAccount({ ...account, passwordHash: await hashPassword(password) })) };
}
