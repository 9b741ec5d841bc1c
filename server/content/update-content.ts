import type { Actor } from "@/core/actor";
import type { ContentItem, UpdateContent } from "@/core/content/contract";
import { searchTitle } from "@/core/content/search-title";
import { AppError, notFound } from "@/core/errors";
import { ownChannel } from "../channels/own-channel";
import { db } from "../db";
import { TRANSACTION } from "../schedule/transaction";
import { requireUnchanged } from "./content-etag";
import { contentView, WITH_PICTURES } from "./content-view";
import { ownContent } from "./own-content";
import { requireSeries, requireType } from "./require-series";

/**
 * Changes what a creator says about an item. Fields that are absent stay as they are.
 * @throws content.changed; resource.not_found also when the channel or series is not the actor's; request.invalid when rights end before
 * they begin, a break point lies behind the end, or when type and series do not go together
 */
export async function updateContent(
  actor: Actor,
  contentItemId: string,
  input: UpdateContent,
  ifMatch: string | null = null,
): Promise<ContentItem> {
  const { breakPoints, ...changes } = input;
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
  const breakPointsMs = breakPoints && breakPointsOf(item, breakPoints);
  const where = { id: item.id, status: { not: "deleted" as const } };
  const data = {
    ...changes,
    ...(changes.title !== undefined && { searchTitle: searchTitle(changes.title) }),
    rightsFrom,
    rightsUntil,
    breakPointsMs,
  };
  return db.$transaction(async (tx) => {
    await requireUnchanged(tx, item.id, ifMatch);
    const { count } = await tx.contentItem.updateMany({ where, data });
    if (count === 0) throw notFound("The content item");
    return contentView(await tx.contentItem.findFirstOrThrow({ where: { id: item.id }, include: WITH_PICTURES }));
  }, TRANSACTION);
}

/** Undefined stays "not mentioned", null stays "none". */
function dateOf(instant: string | null | undefined): Date | null | undefined {
  return instant ? new Date(instant) : (instant as null | undefined);
}

/** In milliseconds, in order of time, none twice. */
function breakPointsOf(item: { durationMs: number | null }, seconds: readonly number[]): number[] {
  const points = [...new Set(seconds.map((point) => Math.round(point * 1000)))].sort((a, b) => a - b);
  const beyond = points.find((ms) => item.durationMs !== null && ms >= item.durationMs);
  if (beyond === undefined) return points;
  throw new AppError("request.invalid", "A break point lies behind the end of the content.", {
    issues: [{ path: ["breakPoints"], code: "custom", message: `${beyond / 1000} is not before the end` }],
  });
}

function requireOrder(from: Date | null, until: Date | null): void {
  if (!from || !until || from < until) return;
  throw new AppError("request.invalid", "The rights end before they begin.", {
    issues: [{ path: ["rightsUntil"], code: "custom", message: "must be later than rightsFrom" }],
  });
}
