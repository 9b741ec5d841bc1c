import type { BatchEdit } from "@/core/schedule/batch-contract";
import type { Change, GuideEdit } from "@/core/schedule/guide-edit";
import type { GuideBlock } from "./guide-block";

const iso = (ms: number) => new Date(ms).toISOString();

/** An edit of the guide as the API takes it: only what changes is named. */
export function batchOf({ changes }: GuideEdit<GuideBlock>): BatchEdit[] {
  return changes.map(batchEditOf);
}

function batchEditOf({ before, after }: Change<GuideBlock>): BatchEdit {
  if (!after) return { op: "remove", blockId: before?.id ?? "" };
  const { channelId, kind } = after;
  const durationSeconds = (after.toMs - after.fromMs) / 1000;
  const content = after.contentItemId ? { contentItemId: after.contentItemId } : {};
  const offset = after.contentItemId ? { offsetSeconds: after.offsetMs / 1000 } : {};
  if (!before) {
    return {
      op: "place",
      id: after.id,
      channelId,
      kind,
      startsAt: iso(after.fromMs),
      durationSeconds,
      ...content,
      ...offset,
    };
  }
  const isLength = after.toMs - after.fromMs !== before.toMs - before.fromMs;
  const isContent = after.contentItemId !== before.contentItemId;
  return {
    op: "change",
    blockId: before.id,
    ...(channelId !== before.channelId && { channelId }),
    ...(after.fromMs !== before.fromMs && { startsAt: iso(after.fromMs) }),
    ...(kind !== before.kind && { kind }),
    ...(isContent && content),
    ...((isLength || isContent) && { durationSeconds }),
    ...((after.offsetMs !== before.offsetMs || isContent) && offset),
  };
}
