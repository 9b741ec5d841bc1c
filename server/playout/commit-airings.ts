import { type Airing, LEAD_MS, undecided } from "@/core/playout/airing";
import { REMEMBERED } from "@/core/playout/next-airings";
import { PLAN_SHORT_MS, planAheadMs } from "@/core/playout/plan-ahead";
import type { Channel } from "@/generated/prisma/client";
import { db, type Tx } from "../db";
import { newestAirings, writeAirings } from "./airing-rows";
import { chooseCaptions } from "./choose-captions";
import { lockChannel } from "./lock-channel";
import { planAirings, playoutInput } from "./plan-airings";
import { instantOf, takeBackPlan } from "./take-back";

const TRANSACTION = { maxWait: 5_000, timeout: 10_000 } as const;

/** A published channel whose lock is held, and the end of its line of airings. */
interface Line {
  channel: Pick<Channel, "id" | "kind" | "ownerId" | "filler" | "updatedAt">;
  /** The newest airings, oldest first. */
  recent: Airing[];
  newest: Airing | null;
}

/**
 * Decides what a published channel plays up to the commit horizon and stores it; what was planned beyond is taken
 * back, so that a change can be made. Takes the channel's lock, so it may be called from any number of processes, and
 * inside any transaction that edits the schedule.
 * @returns the end of what is committed, before which nothing of the schedule may change; null for a draft.
 */
export async function commitAirings(tx: Tx, channelId: string, now: Date): Promise<Date | null> {
  const line = await holdLine(tx, channelId);
  if (!line) return null;
  const span = undecided(line.newest, now.getTime());
  const endUs = span
    ? await decide(tx, line, now, span)
    : line.newest && (await takeBackPlan(tx, channelId, line.newest, now));
  return endUs === null ? null : instantOf(endUs);
}

/** As `commitAirings`, in a transaction of its own. */
export async function commitAiringsOf(channelId: string, now: Date): Promise<Date | null> {
  return db.$transaction((tx) => commitAirings(tx, channelId, now), TRANSACTION);
}

/**
 * Plans a published channel far ahead of the horizon, so that it need not be looked at for long. The plan is what
 * committing step by step would decide, as long as nothing changes; what changes takes it back.
 */
export async function planAheadOf(channelId: string, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const line = await holdLine(tx, channelId);
    if (!line) return;
    const nowMs = now.getTime();
    const endUs = line.newest?.endsAtUs ?? 0;
    if (endUs >= (nowMs + PLAN_SHORT_MS) * 1000) return;
    const untilMs = nowMs + planAheadMs(channelId, nowMs - line.channel.updatedAt.getTime());
    const span = { fromUs: Math.max(endUs, (nowMs - LEAD_MS) * 1000), untilUs: Math.ceil(untilMs) * 1000 };
    await decide(tx, line, now, span);
  }, TRANSACTION);
}

async function holdLine(tx: Tx, channelId: string): Promise<Line | null> {
  await lockChannel(tx, channelId);
  const channel = await tx.channel.findUnique({
    where: { id: channelId },
    select: { id: true, status: true, kind: true, ownerId: true, filler: true, updatedAt: true },
  });
  if (channel?.status !== "published") return null;
  const recent = await newestAirings(tx, channelId, REMEMBERED);
  return { channel, recent, newest: recent.at(-1) ?? null };
}

/** Stores what plays in a stretch of media time; answers where it ends, in microseconds. */
async function decide(
  tx: Tx,
  line: Line,
  now: Date,
  span: { fromUs: number; untilUs: number },
): Promise<number | null> {
  const { channel, recent, newest } = line;
  const input = await playoutInput(tx, { channel, recent, nowMs: now.getTime(), ...span });
  const planned = await planAirings((sql, parameters) => tx.$queryRawUnsafe(sql, ...parameters), input);
  const airings = await chooseCaptions(tx, planned, newest);
  await writeAirings(tx, channel.id, airings);
  return (airings.at(-1) ?? newest)?.endsAtUs ?? null;
}
