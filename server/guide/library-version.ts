import { db } from "../db";

/** How long a process believes that a library has not changed. Schedules are looked at every time. */
const BELIEVED_MS = 3_000;

const believed = new Map<string, { version: string; readAtMs: number }>();

/**
 * A text for each owner that differs when anything has changed in the owner's library that guides show or that
 * decides what plays: items, captions aside, and groups.
 */
export async function libraryVersions(ownerIds: readonly string[], nowMs = Date.now()): Promise<Map<string, string>> {
  const wanted = [...new Set(ownerIds)].filter((id) => {
    const known = believed.get(id);
    return !known || Math.abs(nowMs - known.readAtMs) >= BELIEVED_MS;
  });
  if (wanted.length > 0) {
    const rows = await readVersions(wanted);
    for (const id of wanted) believed.set(id, { version: rows.get(id) ?? "", readAtMs: nowMs });
  }
  return new Map(ownerIds.map((id) => [id, believed.get(id)?.version ?? ""]));
}

async function readVersions(ownerIds: string[]): Promise<Map<string, string>> {
  const rows = await db.$queryRaw<{ ownerId: string; version: string }[]>`
    SELECT wanted.id AS "ownerId", concat_ws('/', items.version, groups.version, members.version) AS version
    FROM unnest(${ownerIds}::uuid[]) AS wanted(id)
    LEFT JOIN LATERAL (
      SELECT count(*) || ':' || sum(hashtextextended(concat_ws('|', id, status, encoding_id, duration_ms, channel_id,
        title, type, tags, genres, production_year, language, age_ratings, rights_from, rights_until, series_id,
        season_number, episode_number, break_points_ms, artwork, description), 0)) AS version
      FROM content_item WHERE owner_id = wanted.id AND deleted_at IS NULL
    ) AS items ON true
    LEFT JOIN LATERAL (
      SELECT sum(hashtextextended(concat_ws('|', id, kind, rules), 0)) AS version
      FROM content_group WHERE owner_id = wanted.id
    ) AS groups ON true
    LEFT JOIN LATERAL (
      SELECT sum(hashtextextended(concat_ws('|', group_id, content_item_id, position), 0)) AS version
      FROM content_group_item JOIN content_group ON content_group.id = group_id WHERE owner_id = wanted.id
    ) AS members ON true`;
  return new Map(rows.map((row) => [row.ownerId, row.version]));
}
