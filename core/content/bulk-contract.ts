import { z } from "zod";
import { Id, Labels } from "../contract";
import { MAX_BULK_ITEMS } from "./bulk-limit";

const Ids = z.array(Id).min(1).max(MAX_BULK_ITEMS);

/** One change of many items. `set` writes what is said of each, and so takes back a `tag` or a `move`. */
export const BulkChange = z.discriminatedUnion("action", [
  z.strictObject({
    action: z.literal("tag"),
    contentItemIds: Ids,
    add: Labels.default([]),
    remove: Labels.default([]),
  }),
  z.strictObject({ action: z.literal("move"), contentItemIds: Ids, channelId: Id.nullable() }),
  z.strictObject({ action: z.literal("retry"), contentItemIds: Ids }),
  z.strictObject({ action: z.literal("delete"), contentItemIds: Ids, force: z.boolean().default(false) }),
  z.strictObject({
    action: z.literal("set"),
    items: z
      .array(z.strictObject({ id: Id, tags: Labels.optional(), channelId: Id.nullable().optional() }))
      .min(1)
      .max(MAX_BULK_ITEMS),
  }),
]);
export type BulkChange = z.infer<typeof BulkChange>;

/** What became of each item: the ones that were changed as they were before, the others with the reason. */
export const BulkOutcome = z.object({
  done: z.array(z.object({ id: Id, tags: z.array(z.string()), channelId: Id.nullable() })),
  refused: z.array(z.object({ id: Id, code: z.string(), message: z.string() })),
});
export type BulkOutcome = z.infer<typeof BulkOutcome>;
