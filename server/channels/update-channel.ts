import type { Actor } from "@/core/actor";
import { Autofill, type Channel, type UpdateChannel } from "@/core/channels/contract";
import { notFound } from "@/core/errors";
import { db } from "../db";
import { requireOwnChoice } from "../schedule/fill-library";
import { channelView } from "./channel-view";
import { ownChannel } from "./own-channel";

/**
 * Changes what a creator says about a channel. Its slug stays: addresses that are out in the world go on working.
 * Auto-fill that is switched on begins anew from now on; any other change of it counts from where it has got to.
 * @throws resource.not_found also for content or a group that is not the actor's
 */
export async function updateChannel(actor: Actor, channelId: string, changes: UpdateChannel): Promise<Channel> {
  const { id, autofill } = await ownChannel(actor, channelId);
  if (changes.filler) await requireOwnChoice(db, actor, changes.filler);
  if (changes.autofill) await requireOwnChoice(db, actor, changes.autofill);
  if (changes.loopOrder) await requireOwnContent(actor, changes.loopOrder);
  const begins = changes.autofill?.enabled && !Autofill.safeParse(autofill).data?.enabled;
  const data = { ...changes, ...(begins && { autofilledUntil: null }) };
  return channelView(await db.channel.update({ where: { id, ownerId: actor.userId }, data }));
}

/** Items of a loop that were deleted meanwhile keep its place, so they may be named. */
async function requireOwnContent(actor: Actor, ids: readonly string[]): Promise<void> {
  const unique = [...new Set(ids)];
  const own = await db.contentItem.count({ where: { id: { in: unique }, ownerId: actor.userId } });
  if (own !== unique.length) throw notFound("A content item of the loop");
}
