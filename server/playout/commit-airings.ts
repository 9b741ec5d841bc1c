import { type Airing, undecided } from "@/core/playout/airing";
import { REMEMBERED } from "@/core/playout/next-airings";
import { db, type Tx } from "../db";
import { newestAirings, writeAirings } from "./airing-rows";
import { chooseCaptions } from "./choose-captions";
import { lockChannel } from "./lock-channel";
import { planAirings, playoutInput } from "./plan-airings";

/**
 * Decides what a published channel plays up to the commit horizon and stores it. Takes the channel's lock, so it may
 * be called from any number of processes, and inside any transaction that edits the schedule. Does nothing while the
 * horizon is already covered.
 * @returns the end of what is committed, before which nothing of the schedule may change; null for a draft.
 */
export async function commitAirings(tx: Tx, channelId: string, now: Date): Promise<Date | null> {
  await lockChannel(tx, channelId);
  const channel = await tx.channel.findUnique({
    where: { id: channelId },
    select: { id: true, status: true, kind: true, ownerId: true, filler: true },
  });
  if (channel?.status !== "published") return null;
  const recent = await newestAirings(tx, channelId, REMEMBERED);
  const newest = recent.at(-1) ?? null;
  const span = undecided(newest, now.getTime());
  if (!span) return newest && endOf(newest);

  const input = await playoutInput(tx, { channel, recent, nowMs: now.getTime(), ...span });
  const planned = await planAirings((sql, parameters) => tx.$queryRawUnsafe(sql, ...parameters), input);
  const airings = await chooseCaptions(tx, planned, newest);
  await writeAirings(tx, channelId, airings);
  const last = airings.at(-1) ?? newest;
  return last && endOf(last);
}

/** As `commitAirings`, in a transaction of its own. */
export async function commitAiringsOf(channelId: string, now: Date): Promise<Date | null> {
  return db.$transaction((tx) => commitAirings(tx, channelId, now), { maxWait: 5_000, timeout: 10_000 });
}

/** Rounded up, so that a block that starts then starts after everything that is committed. */
function endOf(airing: Airing): Date {
  return new Date(Math.ceil(airing.endsAtUs / 1000));
}
