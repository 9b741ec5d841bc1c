import { z } from "zod";
import { Id, listOf, pageQuery, Title } from "../contract";
import { BlockSeconds, LeftOut } from "./contract";
import { FillRule } from "./fill-rule";
import { isDayName } from "./grid-day";
import { firstCollision } from "./template-week";

const WEEK_SECONDS = 7 * 24 * 3600;

/** A calendar day of the channel's time zone. */
export const Day = z
  .string()
  .refine(isDayName, "must be a day such as 2026-11-30")
  .meta({ format: "date", maxLength: 10 });
/** What clocks of the channel's time zone show. */
const LocalTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?$/, "must be a time of day such as 20:15 or 20:15:30")
  .meta({ maxLength: 12 });

/** A programme, a break, or a stretch that is filled by a rule. */
export const TemplateEntry = z
  .strictObject({
    /** ISO 8601: 1 is Monday, 7 is Sunday. */
    weekday: z.int().min(1).max(7),
    localTime: LocalTime,
    durationSeconds: BlockSeconds.max(WEEK_SECONDS),
    kind: z.enum(["content", "filler", "ad_break", "fill"]).default("content"),
    contentItemId: Id.optional(),
    /** Where in its item the block begins. */
    offsetSeconds: z.number().min(0).max(WEEK_SECONDS).optional(),
    fill: FillRule.optional(),
  })
  .superRefine(({ kind, contentItemId, fill }, context) => {
    const refuse = (field: string, message: string) =>
      context.addIssue({ code: "custom", path: [field], message: `an entry of kind ${kind} ${message}` });
    const hasItem = kind === "content" || kind === "filler";
    if (hasItem && !contentItemId) refuse("contentItemId", "needs a contentItemId");
    if (!hasItem && contentItemId) refuse("contentItemId", "has no contentItemId");
    if (kind === "fill" && !fill) refuse("fill", "needs a rule");
    if (kind !== "fill" && fill) refuse("fill", "has no rule");
  });
export type TemplateEntry = z.infer<typeof TemplateEntry>;

const Entries = z
  .array(TemplateEntry)
  .min(1)
  .max(5000)
  .superRefine((entries, context) => {
    const collision = firstCollision(entries);
    if (!collision) return;
    const [first, second] = collision;
    context.addIssue({
      code: "custom",
      path: [String(second)],
      message: `begins before entry ${first} has ended`,
    });
  });

const fromWeek = {
  name: Title,
  entries: Entries.optional(),
  /** Any day of the week whose blocks become the template. */
  weekOf: Day.optional(),
};

export const CreateTemplate = z
  .strictObject(fromWeek)
  .refine(
    ({ entries, weekOf }) => (entries === undefined) !== (weekOf === undefined),
    "either entries or weekOf must be given",
  );
export type CreateTemplate = z.infer<typeof CreateTemplate>;

export const UpdateTemplate = z
  .strictObject(fromWeek)
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, "at least one field must be given")
  .refine(({ entries, weekOf }) => entries === undefined || weekOf === undefined, "entries or weekOf, not both");
export type UpdateTemplate = z.infer<typeof UpdateTemplate>;

export const Template = z.object({
  id: Id,
  channelId: Id,
  name: z.string(),
  entries: z.array(
    z.object({
      ...TemplateEntry.shape,
      /** Title of the item; null for a break and for a rule. */
      title: z.string().nullable(),
    }),
  ),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type Template = z.infer<typeof Template>;

export const ListTemplatesQuery = z.object(pageQuery);
export type ListTemplatesQuery = z.infer<typeof ListTemplatesQuery>;
export const TemplateList = listOf(Template);
export type TemplateList = z.infer<typeof TemplateList>;

export const TemplateParams = z.object({ id: Id, templateId: Id });

export const ApplyTemplate = z.strictObject({
  /** Any day of the first week. */
  weekOf: Day,
  weeks: z.int().min(1).max(8).default(1),
  /** What happens where something is on the guide already. `refuse` places nothing at all. */
  onConflict: z.enum(["refuse", "skip", "replace"]).default("skip"),
});
export type ApplyTemplate = z.infer<typeof ApplyTemplate>;

export const AppliedTemplate = z.object({
  placed: z.int(),
  removed: z.int(),
  blockIds: z.array(Id),
  leftOut: z.array(LeftOut),
});
export type AppliedTemplate = z.infer<typeof AppliedTemplate>;
