import type { Actor } from "@/core/actor";
import type { BulkChange, BulkOutcome } from "@/core/content/bulk-contract";
import { AppError } from "@/core/errors";
import { deleteContent } from "./delete-content";
import { ownContent } from "./own-content";
import { retryContent } from "./retry-content";
import { updateContent } from "./update-content";

/** Enough to keep the database busy, few enough to leave connections for everybody else. */
const AT_ONCE = 4;
/** As the API takes them one by one. */
const MAX_TAGS = 50;

/**
 * Changes many items, each by the verb that changes one, so that each keeps its rules and is refused on its own. What
 * was changed is told as it was before, from which the change can be taken back.
 */
export async function changeMany(actor: Actor, change: BulkChange): Promise<BulkOutcome> {
  const outcome: BulkOutcome = { done: [], refused: [] };
  const steps = stepsOf(actor, change);
  const waiting = steps.values();
  const work = async () => {
    for (const { id, take } of waiting) {
      try {
        const { tags, channelId } = await ownContent(actor, id);
        await take(tags);
        outcome.done.push({ id, tags, channelId });
      } catch (thrown) {
        if (!(thrown instanceof AppError)) throw thrown;
        outcome.refused.push({ id, code: thrown.code, message: thrown.message });
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const order = new Map(steps.map(({ id }, index) => [id, index]));
  const inOrder = (a: { id: string }, b: { id: string }) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0);
  return { done: outcome.done.sort(inOrder), refused: outcome.refused.sort(inOrder) };
}

interface Step {
  id: string;
  /** Changes the item, whose tags are given. */
  take: (tags: string[]) => Promise<unknown>;
}

function stepsOf(actor: Actor, change: BulkChange): Step[] {
  if (change.action === "set") {
    return [...new Map(change.items.map((item) => [item.id, item])).values()].map(({ id, ...fields }) => {
      return { id, take: () => updateContent(actor, id, fields) };
    });
  }
  return [...new Set(change.contentItemIds)].map((id) => ({ id, take: (tags) => changeOne(actor, id, tags, change) }));
}

function changeOne(actor: Actor, id: string, tags: string[], change: Exclude<BulkChange, { action: "set" }>) {
  switch (change.action) {
    case "tag":
      return updateContent(actor, id, { tags: retagged(tags, change) });
    case "move":
      return updateContent(actor, id, { channelId: change.channelId });
    case "retry":
      return retryContent(actor, id);
    case "delete":
      return deleteContent(actor, id, change.force);
  }
}

/** @throws request.invalid when the item would carry more tags than one may */
function retagged(tags: string[], { add, remove }: { add: string[]; remove: string[] }): string[] {
  const gone = new Set(remove);
  const next = [...new Set([...tags.filter((tag) => !gone.has(tag)), ...add])];
  if (next.length <= MAX_TAGS) return next;
  throw new AppError("request.invalid", `An item carries ${MAX_TAGS} tags at most.`);
}
