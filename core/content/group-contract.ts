import { z } from "zod";
import { Description, Id, listOf, stablePage, stablePageQuery, Text, Title } from "../contract";
import { ContentItem } from "./contract";
import { GroupRules } from "./group-rules";

export const GroupKind = z.enum(["static", "dynamic"]);

/** Names are compared without regard to case, so they are kept in one Unicode form. */
const GroupName = Title.transform((name) => name.normalize("NFC"));
const DisplayTitle = Text.trim().max(200).nullable();

/** Items that belong together: listed by hand in order (`static`), or found by rules (`dynamic`). */
export const ContentGroup = z.object({
  id: Id,
  name: z.string(),
  /** What viewers read instead of the name. */
  displayTitle: z.string().nullable(),
  description: z.string(),
  kind: GroupKind,
  rules: GroupRules.nullable(),
  itemCount: z.int(),
  /** Length of its ready items together. */
  durationSeconds: z.number(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type ContentGroup = z.infer<typeof ContentGroup>;

export const ContentGroupList = listOf(ContentGroup).extend(stablePage);
export type ContentGroupList = z.infer<typeof ContentGroupList>;
export const ListGroupsQuery = z.object({ ...stablePageQuery, kind: GroupKind.optional() });
export type ListGroupsQuery = z.infer<typeof ListGroupsQuery>;

export const CreateGroup = z
  .strictObject({
    name: GroupName,
    displayTitle: DisplayTitle.optional(),
    description: Description.optional(),
    kind: GroupKind,
    rules: GroupRules.optional(),
  })
  .superRefine(({ kind, rules }, context) => {
    const refuse = (message: string) => context.addIssue({ code: "custom", path: ["rules"], message });
    if (kind === "dynamic" && !rules) refuse("a dynamic group needs rules");
    if (kind === "static" && rules) refuse("a static group has no rules");
  });
export type CreateGroup = z.infer<typeof CreateGroup>;

export const UpdateGroup = z
  .strictObject({ name: GroupName, displayTitle: DisplayTitle, description: Description, rules: GroupRules })
  .partial();
export type UpdateGroup = z.infer<typeof UpdateGroup>;

/** All items of a static group, in order. */
export const SetGroupItems = z.strictObject({ contentItemIds: z.array(Id).max(5000) });
export type SetGroupItems = z.infer<typeof SetGroupItems>;

export const PreviewRules = z.strictObject({ rules: GroupRules });
/** What a dynamic group with these rules would hold: how much, and its first items. */
export const RulesPreview = z.object({
  itemCount: z.int(),
  durationSeconds: z.number(),
  items: z.array(ContentItem),
});
export type RulesPreview = z.infer<typeof RulesPreview>;
