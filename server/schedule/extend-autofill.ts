import type { Actor } from "@/core/actor";
import { Autofill } from "@/core/channels/contract";
import { autofillWindow } from "@/core/schedule/autofill-window";
import type { Channel } from "@/generated/prisma/client";
import { db } from "../db";
import { log } from "../log";
import { editSchedule } from "./edit-schedule";
import { insertBlocks } from "./insert-blocks";
import { blocksOf, planFill } from "./plan-fill";

/** A first fill of a month is done in so many rounds at most; the next tick goes on. */
const DAYS_AT_ONCE = 32;

/**
 * Keeps the guides of channels with always-on auto-fill filled as far ahead as they ask; the worker's tick. A channel
 * that fails is logged and tried again at the next tick; the others are not affected.
 * @returns how many days of guide were filled
 */
export async function extendAutofills(now: Date): Promise<number> {
  let days = 0;
  for (const channel of await maybeDue(now)) {
    const actor: Actor = { userId: channel.ownerId, method: "session", scopes: null };
    try {
      for (let round = 0; round < DAYS_AT_ONCE && isDue(channel, now); round++) {
        if (!(await extendAutofill(actor, channel.id, now))) break;
        days++;
      }
    } catch (err) {
      log.error({ err, channelId: channel.id }, "the auto-fill of a channel failed");
    }
  }
  return days;
}

/**
 * Fills the next day of a channel. The blocks and how far it has got are written in one transaction, so that workers
 * that do it at once, or one that is killed, fill no day twice. While there is nothing to choose from it waits: the
 * days are filled once there is.
 * @returns whether a day was filled
 */
export async function extendAutofill(actor: Actor, channelId: string, now: Date): Promise<boolean> {
  return editSchedule({ actor, channelId, ifMatch: null }, async (tx, open) => {
    const rule = ruleOf(open.channel);
    const stretch =
      rule && autofillWindow({ ...stateOf(open.channel), nowMs: now.getTime(), daysAhead: rule.daysAhead });
    if (!stretch) return { result: false, changed: false };
    const { placed, libraryItems } = await planFill(tx, actor, open, { stretch, rule, mayOverrun: true });
    if (libraryItems === 0) return { result: false, changed: false };
    await insertBlocks(tx, channelId, blocksOf(placed));
    await tx.channel.update({ where: { id: channelId }, data: { autofilledUntil: new Date(stretch.toMs) } });
    return { result: true, changed: placed.length > 0 };
  });
}

/** A loop has no guide to fill. */
function ruleOf({ kind, autofill }: Pick<Channel, "kind" | "autofill">): Autofill | null {
  const rule = Autofill.safeParse(autofill).data;
  return kind === "linear" && rule?.enabled ? rule : null;
}

function stateOf({ timezone, autofilledUntil }: Pick<Channel, "timezone" | "autofilledUntil">) {
  return { timeZone: timezone, filledUntilMs: autofilledUntil?.getTime() ?? null };
}

type Candidate = Pick<Channel, "id" | "ownerId" | "kind" | "timezone" | "autofill" | "autofilledUntil">;

/**
 * Those that may be due, farthest behind first: a channel whose guide reaches as many times 24 hours ahead as it asks
 * for days has nothing to do before midnight, give or take the hour by which clocks change.
 */
function maybeDue(now: Date): Promise<Candidate[]> {
  return db.$queryRaw`
    SELECT id, owner_id AS "ownerId", kind::text, timezone, autofill, autofilled_until AS "autofilledUntil"
    FROM channel
    WHERE kind = 'linear' AND autofill->>'enabled' = 'true' AND (autofilled_until IS NULL OR
      autofilled_until < ${now}::timestamptz + make_interval(days => (autofill->>'daysAhead')::int, hours => 1))
    ORDER BY autofilled_until NULLS FIRST, id`;
}

/** Looked at without the channel's lock, so that a quiet tick takes none. */
function isDue(channel: Candidate, now: Date): boolean {
  const rule = ruleOf(channel);
  return !!rule && autofillWindow({ ...stateOf(channel), nowMs: now.getTime(), daysAhead: rule.daysAhead }) !== null;
}
