import { AppError } from "@/core/errors";
import type { User } from "@/generated/prisma/client";
import { signInWithPassword } from "./sign-in-with-password";

/**
 * Asks for the password of an account once more, under the same throttle as signing in.
 * @param address IP address of the caller
 * @throws auth.password_wrong, rate_limit.exceeded
 */
export async function requirePassword(user: User, password: string | undefined, address: string): Promise<void> {
  if (password && (await signInWithPassword({ email: user.email, password }, address))?.id === user.id) return;
  throw new AppError("auth.password_wrong", "That is not the password of this account.");
}
