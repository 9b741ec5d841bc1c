import type { Actor } from "@/core/actor";
import { AppError } from "@/core/errors";
import type { DecidedMany, DecideMany } from "@/core/moderation/contract";
import { approveContent } from "./approve-content";
import { blockContent } from "./block-content";
import { requireModerator } from "./require-moderator";

/**
 * Decides about many items in turn, each by the verb that decides about one, so that each is refused on its own.
 * @throws auth.moderator_required
 */
export async function decideMany(actor: Actor, decision: DecideMany): Promise<DecidedMany> {
  await requireModerator(actor);
  const outcome: DecidedMany = { done: [], refused: [] };
  for (const { id, take } of stepsOf(actor, decision)) {
    try {
      await take();
      outcome.done.push(id);
    } catch (thrown) {
      if (!(thrown instanceof AppError)) throw thrown;
      outcome.refused.push({ id, code: thrown.code, message: thrown.message });
    }
  }
  return outcome;
}

function stepsOf(actor: Actor, decision: DecideMany): { id: string; take: () => Promise<unknown> }[] {
  if (decision.action === "approve") {
    const { items, note } = decision;
    return items.map(({ id, status }) => ({ id, take: () => approveContent(actor, id, { status, note }) }));
  }
  const { items, reason } = decision;
  return items.map(({ id, status }) => ({ id, take: () => blockContent(actor, id, { status, reason }) }));
}
