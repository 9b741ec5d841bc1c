import { mayAirIn, type Rights, rightsText } from "../content/rights";
import { AppError } from "../errors";
import type { Stretch } from "./gaps";

/**
 * Refuses a block that does not lie wholly within its item's rights.
 * @throws schedule.content_not_schedulable with the limits
 */
export function refuseOutsideRights(item: Rights & { id: string }, { fromMs, toMs }: Stretch): void {
  if (mayAirIn(item, fromMs, toMs)) return;
  const iso = (ms: number | null | undefined) => (ms == null ? null : new Date(ms).toISOString());
  throw new AppError(
    "schedule.content_not_schedulable",
    `The rights of this content allow it ${rightsText(item)}; the block does not lie within.`,
    {
      contentItemId: item.id,
      reason: "rights",
      rightsFrom: iso(item.rightsFromMs),
      rightsUntil: iso(item.rightsUntilMs),
    },
  );
}
