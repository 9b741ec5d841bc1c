import type { Actor } from "@/core/actor";
import type { ContentType } from "@/core/content/item-types";
import { AppError, notFound } from "@/core/errors";
import type { ContentItem } from "@/generated/prisma/client";
import { db } from "../db";

/**
 * Refuses a place in a series that cannot be.
 * @throws resource.not_found when the series is not the actor's; request.invalid when it is no series, or when the item
 * is one itself
 */
export async function requireSeries(actor: Actor, seriesId: string, type: ContentType): Promise<void> {
  if (type === "series") throw invalid("seriesId", "a series cannot belong to a series");
  const series = await db.contentItem.findFirst({
    where: { id: seriesId, ownerId: actor.userId, status: { not: "deleted" } },
    select: { type: true },
  });
  if (!series) throw notFound("The series");
  if (series.type !== "series") throw invalid("seriesId", "must be the id of an item of type series");
}

/**
 * Refuses a change of type that would leave episodes without a series, or an item without anything to play.
 * @throws request.invalid
 */
export async function requireType(item: ContentItem, type: ContentType): Promise<void> {
  if (type === item.type) return;
  if (item.type === "series" && (await db.contentItem.count({ where: { seriesId: item.id } })) > 0) {
    throw invalid("type", "this series has episodes; take them out of it first");
  }
  const isContainer = type === "series" || type === "season";
  if (item.sourceKind === "none" && item.status === "ready" && !isContainer) {
    throw invalid("type", `a ${item.type} without a file cannot become a ${type}`);
  }
}

/** The error for one field that cannot be as it was sent. */
export function invalid(field: string, message: string): AppError {
  return new AppError("request.invalid", `\`${field}\`: ${message}.`, {
    issues: [{ path: [field], code: "custom", message }],
  });
}
