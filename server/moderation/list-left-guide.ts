import type { Actor } from "@/core/actor";
import type { LeftGuideList, ListLeftGuideQuery } from "@/core/schedule/contract";
import { leftOut } from "@/core/schedule/left-out";
import { Prisma } from "@/generated/prisma/client";
import { ownChannel } from "../channels/own-channel";
import { db } from "../db";

interface Row {
  channelId: string;
  contentItemId: string;
  title: string;
  startsAt: Date;
  endsAt: Date;
  reason: string;
  status: string;
}

/**
 * What blocks took off the creator's guides, or off one, and is yet to come, as long as nothing else stands in its place.
 * @throws resource.not_found when the channel is not the actor's
 */
export async function listLeftGuide(
  actor: Actor,
  { channelId, page, per_page }: ListLeftGuideQuery,
): Promise<LeftGuideList> {
  if (channelId) await ownChannel(actor, channelId);
  const left = Prisma.sql`
    FROM removed_block AS removed
    JOIN channel ON channel.id = removed.channel_id AND channel.owner_id = ${actor.userId}::uuid
    JOIN moderation_decision AS decision ON decision.id = removed.decision_id
    JOIN content_item AS item ON item.id = decision.content_item_id
    WHERE removed.ends_at > ${new Date()} AND item.status <> 'deleted'
      ${channelId ? Prisma.sql`AND removed.channel_id = ${channelId}::uuid` : Prisma.empty}
      AND NOT EXISTS (SELECT FROM block WHERE block.channel_id = removed.channel_id
        AND block.starts_at < removed.ends_at AND block.ends_at > removed.starts_at)`;
  const [counted] = await db.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total ${left}`;
  const rows = await db.$queryRaw<Row[]>`
    SELECT removed.channel_id::text AS "channelId", item.id::text AS "contentItemId", item.title,
      removed.starts_at AS "startsAt", removed.ends_at AS "endsAt", decision.note AS reason, item.status::text ${left}
    ORDER BY removed.starts_at, removed.id LIMIT ${per_page} OFFSET ${(page - 1) * per_page}`;
  return { items: rows.map(view), total: counted?.total ?? 0, page, perPage: per_page };
}

function view({ channelId, contentItemId, title, startsAt, endsAt, reason, status }: Row) {
  const message =
    status === "ready"
      ? "It was blocked, and has been approved since: place it anew."
      : `A moderator blocked it: ${reason}`;
  const named = leftOut({ title, contentItemId, atMs: startsAt.getTime(), reason: "blocked" });
  return { ...named, message, channelId, endsAt: endsAt.toISOString() };
}
