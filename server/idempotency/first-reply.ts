import { randomUUID } from "node:crypto";
import { AppError } from "@/core/errors";
import { Prisma } from "@/generated/prisma/client";
import { db } from "../db";

/** How long a reply is kept for repeats. */
export const KEPT_MS = 24 * 3_600_000;
/** A request that has not ended after this time died with its process; a repeat may do the work. */
const ABANDONED_MS = 120_000;

export interface Attempt {
  caller: string;
  path: string;
  key: string;
  bodyHash: string;
}

export interface KeptReply {
  status: number;
  body: unknown;
}

/** Either the reply that is already there, or leave to work; who works says how it ended. */
export type Claim =
  | { earlier: KeptReply }
  | { earlier: null; keep: (reply: KeptReply) => Promise<void>; release: () => Promise<void> };

/**
 * Claims a key for this request. Of several that come at once one works; the row in the database decides, so it holds
 * over any number of web processes.
 * @throws idempotency.in_progress while the first still runs, idempotency.mismatch when it had another body
 */
export async function claimKey({ caller, path, key, bodyHash }: Attempt, now: Date): Promise<Claim> {
  const runId = randomUUID();
  const id = { caller, path, key };
  const { count } = await db.keptReply.createMany({
    data: [{ ...id, bodyHash, runId, createdAt: now }],
    skipDuplicates: true,
  });
  if (count === 0) {
    const first = await db.keptReply.findUnique({ where: { caller_path_key: id } });
    const expired = first && now.getTime() - first.createdAt.getTime() >= KEPT_MS;
    if (first && !expired) {
      if (first.bodyHash !== bodyHash) {
        throw new AppError("idempotency.mismatch", "This Idempotency-Key was already used with another body.");
      }
      if (first.status !== null) return { earlier: { status: first.status, body: first.reply ?? undefined } };
    }
    const abandoned = first && now.getTime() - first.createdAt.getTime() >= ABANDONED_MS;
    if (!first || !(expired || abandoned) || !(await takeOver(id, first.runId, { bodyHash, runId, now }))) {
      throw new AppError("idempotency.in_progress", "The first request with this Idempotency-Key still runs.");
    }
  }
  return {
    earlier: null,
    keep: async ({ status, body }) => {
      const reply = body === undefined ? Prisma.DbNull : (body as Prisma.InputJsonValue);
      await db.keptReply.updateMany({ where: { ...id, runId }, data: { status, reply } });
    },
    release: async () => {
      await db.keptReply.deleteMany({ where: { ...id, runId, status: null } });
    },
  };
}

async function takeOver(
  id: { caller: string; path: string; key: string },
  formerRunId: string,
  { bodyHash, runId, now }: { bodyHash: string; runId: string; now: Date },
): Promise<boolean> {
  const { count } = await db.keptReply.updateMany({
    where: { ...id, runId: formerRunId },
    data: { bodyHash, runId, status: null, reply: Prisma.DbNull, createdAt: now },
  });
  return count === 1;
}

/** Removes replies that nobody can ask for any more; answers how many. */
export async function forgetKeptReplies(now: Date): Promise<number> {
  const { count } = await db.keptReply.deleteMany({ where: { createdAt: { lt: new Date(now.getTime() - KEPT_MS) } } });
  return count;
}
