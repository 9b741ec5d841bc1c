import type { Actor } from "@/core/actor";
import type { ContentItem, UpdateContent } from "@/core/content/contract";
import { searchTitle } from "@/core/content/search-title";
import { AppError, notFound } from "@/core/errors";
import { ownChannel } from "../channels/own-channel";
import { db } from "../db";
import { contentView, WITH_PICTURES } from "./content-view";
import { ownContent } from "./own-content";
import { requireSeries, requireType } from "./require-series";

/**
 * Changes what a creator says about an item. Fields that are absent stay as they are.
 * @throws resource.not_found also when the channel or series is not the actor's; request.invalid when rights end before
 * they begin, or when type and series do not go together
 */
export async function updateContent(actor: Actor, contentItemId: string, changes: UpdateContent): Promise<ContentItem> {
  const item = await ownContent(actor, contentItemId);
  if (changes.channelId) await ownChannel(actor, changes.channelId);
  if (changes.type) await requireType(item, changes.type);
  const seriesId = changes.seriesId === undefined ? item.seriesId : changes.seriesId;
  if (seriesId && (changes.seriesId || changes.type)) await requireSeries(actor, seriesId, changes.type ?? item.type);
  const rightsFrom = dateOf(changes.rightsFrom);
  const rightsUntil = dateOf(changes.rightsUntil);
  requireOrder(
    rightsFrom === undefined ? item.rightsFrom : rightsFrom,
    rightsUntil === undefined ? item.rightsUntil : rightsUntil,
  );
  const where = { id: item.id, status: { not: "deleted" as const } };
  const { count } = await db.contentItem.updateMany({
    where,
    data: {
      ...changes,
      ...(changes.title !== undefined && { searchTitle: searchTitle(changes.title) }),
      rightsFrom,
      rightsUntil,
    },
  });
  if (count === 0) throw notFound("The content item");
  return contentView(await db.contentItem.findFirstOrThrow({ where: { id: item.id }, include: WITH_PICTURES }));
}

/** Undefined stays "not mentioned", null stays "none". */
function dateOf(instant: string | null | undefined): Date | null | undefined {
  return instant ? new Date(instant) : (instant as null | undefined);
}

function requireOrder(from: Date | null, until: Date | null): void {
  if (!from || !until || from < until) return;
  throw new AppError("request.invalid", "The rights end before they begin.", {
    issues: [{ path: ["rightsUntil"], code: "custom", message: "must be later than rightsFrom" }],
  });
}
