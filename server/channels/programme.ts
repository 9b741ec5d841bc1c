import type { NowNext } from "@/core/channels/contract";
import { Prisma } from "@/generated/prisma/client";
import { posterUrlOf } from "../artwork/posters-of";

/** A programme as the guide's queries read it. */
export interface ProgrammeRow {
  channelId: string;
  startsAt: Date;
  endsAt: Date;
  title: string;
  description: string;
  contentItemId: string;
  encodingId: string | null;
  artwork: unknown;
  pictures: unknown;
}

/** The columns of `ProgrammeRow`, of a table `slot` (blocks or airings) joined by `JOIN_CONTENT`. */
export const PROGRAMME_COLUMNS = Prisma.sql`
  slot.channel_id AS "channelId", slot.starts_at AS "startsAt", slot.ends_at AS "endsAt",
  item.title, item.description, item.id AS "contentItemId", item.encoding_id AS "encodingId", item.artwork, encoding.pictures`;

export const JOIN_CONTENT = Prisma.sql`
  JOIN content_item item ON item.id = slot.content_item_id LEFT JOIN encoding ON encoding.id = item.encoding_id`;

/** A programme as viewers see it. */
export function programmeView(row: ProgrammeRow): NowNext {
  return {
    title: row.title,
    description: row.description,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    posterUrl: posterUrlOf({ ...row, id: row.contentItemId }),
  };
}
