import { Email } from "@/core/auth/contract";
import { AppError } from "@/core/errors";
import { addressGroup } from "@/core/net/address-group";
import type { User } from "@/generated/prisma/client";
import { db } from "../db";
import { spend, takeBack } from "../limits/sliding-window";
import { passwordMatches } from "./password";

const WINDOW_MS = 15 * 60_000;
const MAX_PASSWORD_CHARACTERS = 256;

/** Failed attempts in 15 minutes. Many people may share one address; nobody forgets a password so often. */
export const SIGN_IN_LIMITS = {
  account: { windowMs: WINDOW_MS, limit: 10 },
  address: { windowMs: WINDOW_MS, limit: 50 },
} as const;

/**
 * The account of an e-mail address and password; null when they do not fit together. Only failures count against
 * the limits: an attempt takes its place first, so that a hundred at once are not all let through, and a success
 * gives it back.
 * @throws rate_limit.exceeded after too many failures for this account or from this IP address
 */
export async function signInWithPassword(
  credentials: { email?: string; password?: string },
  address: string,
): Promise<User | null> {
  const email = Email.safeParse(credentials.email);
  const password = credentials.password;
  if (!email.success || !password || password.length > MAX_PASSWORD_CHARACTERS) return null;
  const returnPlaces = await takePlaces(email.data, address);
  const user = await db.user.findUnique({ where: { email: email.data } });
  if (!(await passwordMatches(user?.passwordHash ?? null, password))) return null;
  await returnPlaces();
  return user;
}

async function takePlaces(email: string, address: string): Promise<() => Promise<void>> {
  const taken: { key: string; eventId: string }[] = [];
  const returnPlaces = async () => {
    await Promise.all(taken.map(({ key, eventId }) => takeBack(key, eventId)));
  };
  for (const [key, limit] of [
    [`sign_in:address:${addressGroup(address)}`, SIGN_IN_LIMITS.address],
    [`sign_in:account:${email}`, SIGN_IN_LIMITS.account],
  ] as const) {
    const spent = await spend(key, limit);
    if (!spent.allowed) {
      await returnPlaces();
      const minutes = Math.ceil(spent.resetMs / 60_000);
      const wait = minutes === 1 ? "a minute" : `${minutes} minutes`;
      throw new AppError("rate_limit.exceeded", `Too many failed attempts to sign in. Try again in ${wait}.`, {
        retryAfterSeconds: Math.max(1, Math.ceil(spent.resetMs / 1000)),
      });
    }
    taken.push({ key, eventId: spent.eventId });
  }
  return returnPlaces;
}
