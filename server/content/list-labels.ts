import type { Actor } from "@/core/actor";
import type { ContentLabels } from "@/core/content/contract";
import { Prisma } from "@/generated/prisma/client";
import { db } from "../db";

/** More suggestions than anybody reads. */
const MAX_LABELS = 200;

/** The words that the creator's items carry, most used first. */
export async function listLabels(actor: Actor): Promise<ContentLabels> {
  const kept = Prisma.sql`owner_id = ${actor.userId}::uuid AND status <> 'deleted'`;
  const rows = await db.$queryRaw<{ kind: keyof ContentLabels; label: string; items: number }[]>`
    SELECT kind, label, items FROM (
      SELECT kind, label, count(*)::int AS items,
        row_number() OVER (PARTITION BY kind ORDER BY count(*) DESC, label) AS place
      FROM (
        SELECT 'tags' AS kind, unnest(tags) AS label FROM content_item WHERE ${kept}
        UNION ALL SELECT 'genres', unnest(genres) FROM content_item WHERE ${kept}
        UNION ALL SELECT 'ageRatings', unnest(age_ratings) FROM content_item WHERE ${kept}
        UNION ALL SELECT 'languages', language FROM content_item WHERE ${kept} AND language IS NOT NULL
      ) AS words GROUP BY kind, label
    ) AS counted WHERE place <= ${MAX_LABELS} ORDER BY kind, place`;
  const labels: ContentLabels = { tags: [], genres: [], languages: [], ageRatings: [] };
  for (const { kind, label, items } of rows) labels[kind].push({ label, items });
  return labels;
}
