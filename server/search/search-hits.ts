import { containsPattern, searchTitle } from "@/core/content/search-title";
import { Prisma } from "@/generated/prisma/client";
import { db } from "../db";

/** How far ahead programmes are found: as far as the guide tells them. */
const AHEAD_MS = 14 * 24 * 3_600_000;
/** No showing lasts longer; it bounds how far back one that is on the air may have begun. */
const LONGEST_MS = 2 * 24 * 3_600_000;
/**
 * How much of what was typed must be in a title: "harbur nigts" still finds "Harbour Nights", and few words that merely
 * have a beginning in common are found.
 */
const LIKENESS = "0.45";
const TIMEOUT_MS = "5000";

export interface Hit {
  type: "channel" | "programme";
  channelId: string;
  contentItemId: string | null;
  startsAt: Date | null;
  endsAt: Date | null;
}

/** One page of hits, the best first, and how many there are in all. */
export async function searchHits(
  q: string,
  now: Date,
  page: { limit: number; offset: number },
): Promise<{ hits: Hit[]; total: number }> {
  const hits = hitsOf(searchTitle(q), now);
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT set_config('pg_trgm.word_similarity_threshold', ${LIKENESS}, true),
      set_config('statement_timeout', ${TIMEOUT_MS}, true)`;
    const found = await tx.$queryRaw<Hit[]>`
      SELECT type, channel_id AS "channelId", item_id AS "contentItemId", starts_at AS "startsAt", ends_at AS "endsAt"
      FROM (${hits}) AS hit
      ORDER BY score DESC, starts_at NULLS FIRST, channel_id, item_id LIMIT ${page.limit} OFFSET ${page.offset}`;
    const [counted] = await tx.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM (${hits}) AS hit`;
    return { hits: found, total: counted?.total ?? 0 };
  });
}

/** A name that begins with the words beats one that has them somewhere, and both beat a description that does. */
function scoreOf(title: Prisma.Sql, text: string): Prisma.Sql {
  return Prisma.sql`greatest(word_similarity(${text}, ${title}), CASE WHEN ${title} LIKE ${containsPattern(text)} THEN 0.9 ELSE 0.3 END)
    + similarity(${text}, ${title}) / 4`;
}

function hitsOf(text: string, now: Date): Prisma.Sql {
  const until = new Date(now.getTime() + AHEAD_MS);
  const since = new Date(now.getTime() - LONGEST_MS);
  const matches = (named: Prisma.Sql, described: Prisma.Sql) => Prisma.sql`(${text} <% ${named}
    OR ${named} LIKE ${containsPattern(text)} OR (${described} @@ websearch_to_tsquery('simple', ${text})))`;
  const name = Prisma.sql`search_fold(channel.name)`;
  const about = Prisma.sql`to_tsvector('simple', search_fold(channel.description))`;
  const title = Prisma.sql`item.search_title`;
  const plot = Prisma.sql`item.description <> '' AND to_tsvector('simple', search_fold(item.description))`;
  return Prisma.sql`
    SELECT 'channel' AS type, channel.id AS channel_id, NULL::uuid AS item_id, NULL::timestamptz AS starts_at,
      NULL::timestamptz AS ends_at, ${scoreOf(name, text)} + 0.1 AS score
    FROM channel WHERE channel.status = 'published' AND ${matches(name, about)}
    UNION ALL
    SELECT 'programme', showing.channel_id, item.id, showing.starts_at, showing.ends_at,
      ${scoreOf(title, text)} + CASE WHEN showing.starts_at <= ${now} THEN 0.05 ELSE 0 END
    FROM content_item AS item CROSS JOIN LATERAL (
      SELECT DISTINCT ON (slot.channel_id) slot.channel_id, slot.starts_at, slot.ends_at FROM (
        SELECT block.channel_id, block.starts_at, block.ends_at FROM block
        WHERE block.content_item_id = item.id AND block.starts_at BETWEEN ${since} AND ${until}
          AND block.ends_at > ${now} AND block.kind = 'content'
        UNION ALL
        SELECT airing.channel_id, airing.starts_at, airing.ends_at FROM airing
        WHERE airing.encoding_id = item.encoding_id AND airing.ends_at > ${now} AND airing.kind = 'content'
          AND airing.block_id IS NULL
      ) AS slot JOIN channel ON channel.id = slot.channel_id AND channel.status = 'published'
      ORDER BY slot.channel_id, slot.starts_at
    ) AS showing
    WHERE item.status <> 'blocked' AND ${matches(title, plot)}`;
}
