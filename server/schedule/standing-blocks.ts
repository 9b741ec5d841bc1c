import { AppError } from "@/core/errors";
import type { Stretch } from "@/core/schedule/gaps";
import type { Standing } from "@/core/schedule/settle";
import type { Tx } from "../db";

/** More names than anybody reads in one answer. */
const NAMED = 50;

/** The blocks of a channel that reach into a stretch, in order of time, with what they hold. */
export async function standingBlocks(tx: Tx, channelId: string, { fromMs, toMs }: Stretch): Promise<Standing[]> {
  const select = { id: true, startsAt: true, endsAt: true, contentItem: { select: { title: true } } } as const;
  const running = await tx.block.findFirst({
    where: { channelId, startsAt: { lt: new Date(fromMs) } },
    orderBy: { startsAt: "desc" },
    select,
  });
  const inside = await tx.block.findMany({
    where: { channelId, startsAt: { gte: new Date(fromMs), lt: new Date(toMs) } },
    orderBy: { startsAt: "asc" },
    select,
  });
  return [...(running && running.endsAt.getTime() > fromMs ? [running] : []), ...inside].map((block) => ({
    id: block.id,
    title: block.contentItem?.title ?? "Ad break",
    fromMs: block.startsAt.getTime(),
    toMs: block.endsAt.getTime(),
  }));
}

/** The refusal of many blocks at once: it names what stands in the way. */
export function conflict(conflicts: readonly Standing[]): AppError {
  const [first] = conflicts;
  const more = conflicts.length > 1 ? ` and ${conflicts.length - 1} more` : "";
  return new AppError("schedule.overlap", `“${first?.title}”${more} stands where something would be placed.`, {
    conflictingBlockId: first?.id ?? null,
    conflicts: conflicts.slice(0, NAMED).map(({ id, title, fromMs, toMs }) => ({
      blockId: id,
      title,
      startsAt: new Date(fromMs).toISOString(),
      endsAt: new Date(toMs).toISOString(),
    })),
    total: conflicts.length,
  });
}
