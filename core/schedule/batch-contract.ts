import { z } from "zod";
import { Id } from "../contract";
import { MAX_EDITS } from "./batch-limit";
import { Block, blockChanges, checkKind, newBlock } from "./contract";

/** A new block. With an `id` of its own making a program can put back exactly what it took away. */
const PlaceEdit = z.strictObject({ op: z.literal("place"), id: Id.optional(), ...newBlock }).superRefine(checkKind);
const ChangeEdit = z.strictObject({ op: z.literal("change"), blockId: Id, ...blockChanges });
const RemoveEdit = z.strictObject({ op: z.literal("remove"), blockId: Id });

export const BatchEdit = z.discriminatedUnion("op", [PlaceEdit, ChangeEdit, RemoveEdit]);
export type BatchEdit = z.infer<typeof BatchEdit>;

/** Edits that are carried out together or not at all; only the guide that they leave behind is judged. */
export const EditBlocks = z
  .strictObject({ edits: z.array(BatchEdit).min(1).max(MAX_EDITS) })
  .superRefine(({ edits }, context) => {
    const seen = new Set<string>();
    for (const [index, edit] of edits.entries()) {
      const id = edit.op === "place" ? edit.id : edit.blockId;
      if (id && seen.has(id)) {
        context.addIssue({ code: "custom", path: ["edits", index], message: "names a block that another edit names" });
      }
      if (id) seen.add(id);
    }
  });
export type EditBlocks = z.infer<typeof EditBlocks>;

/** Entity tag of one channel's schedule. */
const ChannelEtag = z.object({ channelId: Id, etag: z.string() });

export const EditedBlocks = z.object({
  /** What was placed or changed, in the order of the edits. */
  blocks: z.array(Block),
  /** The schedules that the edits touched, as they are now. */
  schedules: z.array(ChannelEtag),
});
export type EditedBlocks = z.infer<typeof EditedBlocks>;

/** Why one of the edits is refused. It stands in `details.refusals` of the error. */
export interface EditRefusal {
  /** Position in `edits`. */
  edit: number;
  code: string;
  message: string;
  details?: Record<string, unknown>;
}

export const VersionsQuery = z.object({
  /** `true`: says of each channel how far it is locked, too. */
  editable: z.enum(["true", "false"]).optional(),
});
export type VersionsQuery = z.infer<typeof VersionsQuery>;

/** The schedules of all of a creator's channels, as short as it goes: for whoever wants to know what changed. */
export const ScheduleVersions = z.object({
  channels: z.array(ChannelEtag.extend({ editableFrom: z.string().nullable().optional() })),
});
export type ScheduleVersions = z.infer<typeof ScheduleVersions>;
