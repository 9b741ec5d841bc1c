import { z } from "zod";

const EARLIEST_MS = Date.UTC(1900, 0, 1);
const LATEST_MS = Date.UTC(2200, 0, 1);

/** An instant on the wire: ISO 8601 in UTC with milliseconds. Any offset is accepted on input. */
export const Instant = z.iso
  .datetime({ offset: true })
  .refine((text) => {
    const ms = Date.parse(text);
    return ms >= EARLIEST_MS && ms < LATEST_MS;
  }, "must lie between the years 1900 and 2200")
  .meta({ description: "ISO 8601 instant" });

export const Id = z.uuid().meta({ description: "UUIDv7" });

/** The parameters of a path that ends in an id. */
export const ById = z.object({ id: Id });

/** Text that can be stored: PostgreSQL has no place for the character U+0000. */
export const Text = z.string().refine((text) => !text.includes("\0"), "must not hold the character U+0000");

/** Names and titles: trimmed, 1–200 characters. */
export const Title = Text.trim().min(1).max(200);
export const Description = Text.max(5000);
/** Tags and genres: up to 50 labels of 60 characters. */
export const Labels = z.array(Text.trim().min(1).max(60)).max(50);

export const pageQuery = {
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  per_page: z.coerce.number().int().min(1).max(100).default(20),
};

/** For lists that grow while they are read: `as_of` is the `asOf` of their first page. */
export const stablePageQuery = {
  ...pageQuery,
  as_of: Instant.optional(),
};

/** Of such a list: when its newest entry was made; null of an empty one. */
export const stablePage = { asOf: z.string().nullable() };

/** The shape of every list: one page of `items` out of `total`. */
export function listOf<T extends z.ZodType>(item: T) {
  return z.object({
    items: z.array(item),
    total: z.int(),
    page: z.int(),
    perPage: z.int(),
  });
}

/** Body of an error reply. */
export const ErrorEnvelope = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    details: z.record(z.string(), z.unknown()).optional(),
    requestId: z.string(),
  }),
});
export type ErrorEnvelope = z.infer<typeof ErrorEnvelope>;
