import { AppError } from "@/core/errors";
import { Prisma, type User } from "@/generated/prisma/client";
import { recordAudit } from "../audit/record-audit";
import { db, type Tx } from "../db";
import { env } from "../env";
import { TRANSACTION } from "../schedule/transaction";

/** Any fixed number: the lock under which accounts are made, so that only one of them is the first. */
const FIRST_ACCOUNT_LOCK = 5_011_721;

/**
 * Makes an account, where this installation takes new ones (`SIGNUP`: open, only the first, closed). The first one is a
 * moderator, as whoever sets an installation up looks after it.
 * `email` is in lower case.
 * @throws auth.signup_closed, auth.email_taken
 */
export async function createAccount(account: {
  email: string;
  name: string;
  timezone?: string;
  passwordHash?: string;
  /** When a provider vouched for the address. */
  emailVerifiedAt?: Date;
}): Promise<User> {
  const { SIGNUP } = env();
  if (SIGNUP === "closed") throw signupClosed();
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${FIRST_ACCOUNT_LOCK}::bigint)`;
    const isFirst = (await tx.user.findFirst({ select: { id: true } })) === null;
    if (SIGNUP === "first" && !isFirst) throw signupClosed();
    const user = await insert(tx, { ...account, isModerator: isFirst });
    const target = { kind: "account", id: user.id, name: user.email } as const;
    await recordAudit(tx, { userId: user.id, method: "session" }, { action: "account.registered", target });
    return user;
  }, TRANSACTION);
}

function insert(tx: Tx, account: Prisma.UserCreateInput): Promise<User> {
  return tx.user.create({ data: account }).catch((thrown) => {
    if (thrown instanceof Prisma.PrismaClientKnownRequestError && thrown.code === "P2002") {
      throw new AppError("auth.email_taken", "There is already an account with this e-mail address. Sign in instead.");
    }
    throw thrown;
  });
}

function signupClosed(): AppError {
  return new AppError("auth.signup_closed", "This installation takes no new accounts.");
}
