import { createHash } from "node:crypto";
import type { ContentItem } from "@/core/content/contract";
import { AppError, notFound } from "@/core/errors";
import { matchesEtag } from "@/core/if-match";
import type { Tx } from "../db";
import { contentView, WITH_PICTURES } from "./content-view";

/**
 * Entity tag of an item, with its quotes. It changes exactly when something changes that a creator can edit: the progress
 * of a transcode, a view or new artwork costs nobody an edit.
 */
export function contentEtag(item: ContentItem): string {
  const { title, description, channelId, tags, genres, productionYear, type, language, ageRatings } = item;
  const { rightsFrom, rightsUntil, seriesId, seasonNumber, episodeNumber, breakPoints } = item;
  const said = [title, description, channelId, tags, genres, productionYear, type, language, ageRatings];
  const also = [rightsFrom, rightsUntil, seriesId, seasonNumber, episodeNumber, breakPoints];
  const hash = createHash("sha256").update(JSON.stringify([item.id, ...said, ...also]));
  return `"${hash.digest("base64url").slice(0, 22)}"`;
}

/**
 * Compares an `If-Match` header with an item as it stands, and holds the item until the transaction ends, so that nothing
 * comes between the comparison and the edit. Without the header everything matches.
 * @throws content.changed with the present `etag`, resource.not_found
 */
export async function requireUnchanged(tx: Tx, contentItemId: string, ifMatch: string | null): Promise<void> {
  if (ifMatch === null) return;
  await tx.$queryRaw`SELECT id FROM content_item WHERE id = ${contentItemId}::uuid FOR UPDATE`;
  const where = { id: contentItemId, status: { not: "deleted" as const } };
  const row = await tx.contentItem.findFirst({ where, include: WITH_PICTURES });
  if (!row) throw notFound("The content item");
  const etag = contentEtag(contentView(row));
  if (matchesEtag(ifMatch, etag)) return;
  throw new AppError("content.changed", "The item has changed since you read it. Load it again.", { etag });
}
