import { Email } from "@/core/auth/contract";
import { AppError } from "@/core/errors";
import type { User } from "@/generated/prisma/client";
import { db } from "../db";
import { createAccount } from "./create-account";

export interface ProviderProfile {
  email: string | null | undefined;
  /** Whether the provider itself has made sure that the address belongs to this person. */
  emailVerified: boolean;
  name: string | null | undefined;
}

/**
 * The account of somebody whom Google or GitHub vouches for, made on first sign-in. An account whose
 * address no provider has proved is never taken over: whoever made it may not be the owner of the address, since we
 * send no mail to prove it.
 * @throws auth.unauthenticated, auth.email_taken, auth.signup_closed
 */
export async function signInWithProvider(profile: ProviderProfile): Promise<User> {
  const email = Email.safeParse(profile.email);
  if (!email.success || !profile.emailVerified) {
    throw new AppError("auth.unauthenticated", "That account has no verified e-mail address.");
  }
  const user = await db.user.findUnique({ where: { email: email.data } });
  if (!user) {
    const name = profile.name?.slice(0, 200) || email.data;
    return createAccount({ email: email.data, name, emailVerifiedAt: new Date() });
  }
  if (user.emailVerifiedAt === null) {
    throw new AppError("auth.email_taken", "This e-mail address has a password here. Sign in with it.");
  }
  return user;
}
