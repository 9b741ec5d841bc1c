import { LEAD_MS } from "@/core/playout/airing";
import { CATCH_UP_GRACE_HOURS } from "@/core/playout/catch-up";
import { Prisma } from "@/generated/prisma/client";
import { db } from "../db";

/**
 * The encodings whose files a player may still ask for: those of airings that are committed, on air or ended less
 * than two windows ago (the window that listed them, and the window that a player may hold; 8216bis 6.2.2), and
 * where a channel has catch-up, those that can be watched again. Their files must stay.
 */
export async function encodingsOnAir(now: Date): Promise<Set<string>> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT encoding_id::text AS id FROM ${stillAskedFor(now)} AND encoding_id IS NOT NULL`;
  return new Set(rows.map((row) => row.id));
}

/** The caption tracks of which players may still ask for segments. */
export async function captionsOnAir(now: Date): Promise<Set<string>> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT caption_id::text AS id FROM ${stillAskedFor(now)} AND caption_id IS NOT NULL`;
  return new Set(rows.map((row) => row.id));
}

function stillAskedFor(now: Date): Prisma.Sql {
  const windowsAgo = new Date(now.getTime() - 2 * LEAD_MS);
  return Prisma.sql`channel JOIN airing ON airing.channel_id = channel.id AND airing.ends_at > ${windowsAgo}::timestamptz
    - CASE WHEN catch_up_hours > 0 THEN (catch_up_hours + ${CATCH_UP_GRACE_HOURS}) * interval '1 hour'
      ELSE interval '0' END WHERE true`;
}
