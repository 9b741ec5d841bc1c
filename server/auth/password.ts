import { hash, verify } from "@node-rs/argon2";

/** OWASP's figures for argon2id: 19 MiB of memory, two passes, one lane. The library's default variant is argon2id. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Argon2id hash of a password. The same letters typed on another keyboard may come in another Unicode form. */
export async function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), COST);
}

let decoy: Promise<string> | undefined;

/**
 * Whether a password is the one of a hash. Without a hash (no such account, or one without a password) it takes as
 * long and answers false, so that nobody can learn by the clock which e-mail addresses have an account.
 */
export async function passwordMatches(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword("nobody has this password");
  const matches = await verify(passwordHash ?? (await decoy), password.normalize("NFKC"));
  return matches && passwordHash !== null;
}
