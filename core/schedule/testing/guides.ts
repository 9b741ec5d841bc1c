import fc from "fast-check";
import type { GuideEdit, Slot } from "../guide-edit";

export const MINUTE = 60_000;
export const T0 = Date.parse("2026-11-21T00:00:00Z");
export const at = (minutes: number) => T0 + minutes * MINUTE;
export const never = () => null;

export function slot(id: string, from: number, to: number, fields: Partial<Slot> = {}): Slot {
  const span = { fromMs: at(from), toMs: at(to) };
  return {
    id,
    channelId: "one",
    kind: "content",
    contentItemId: "clip",
    offsetMs: 0,
    contentMs: 120 * MINUTE,
    ...span,
    ...fields,
  };
}
export const moved = (block: Slot, byMinutes: number): Slot => ({
  ...block,
  fromMs: block.fromMs + byMinutes * MINUTE,
  toMs: block.toMs + byMinutes * MINUTE,
});
export const edit = (...changes: [Slot | null, Slot | null][]): GuideEdit => ({
  label: "Edit",
  changes: changes.map(([before, after]) => ({ before, after })),
});
export const spans = (blocks: readonly Slot[]) =>
  [...blocks]
    .sort((a, b) => a.fromMs - b.fromMs || Number(a.id > b.id) - 0.5)
    .map(({ id, fromMs, toMs }) => [id, (fromMs - T0) / MINUTE, (toMs - T0) / MINUTE]);

/** Guides of two channels, whole minutes, without overlaps. */
export const guides = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 60 }), fc.boolean()), {
    minLength: 1,
    maxLength: 25,
  })
  .map((steps) => {
    const reached = { one: 0, two: 0 };
    return steps.map(([pause, length, isSecond], index) => {
      const channelId = isSecond ? "two" : "one";
      const from = reached[channelId] + pause;
      reached[channelId] = from + length;
      return slot(String(index), from, from + length, { channelId });
    });
  });

/** A guide and an edit that moves, shortens and removes some of its blocks. */
export const edited = guides.chain((blocks) =>
  fc
    .array(
      fc.tuple(
        fc.nat(blocks.length - 1),
        fc.integer({ min: -40, max: 40 }),
        fc.constantFrom("move", "remove", "shorten"),
      ),
      { minLength: 1, maxLength: 5 },
    )
    .map((picks) => {
      const seen = new Map<string, [Slot, Slot | null]>();
      for (const [which, by, how] of picks) {
        const block = blocks[which] as Slot;
        const shorter = { ...block, toMs: block.fromMs + (block.toMs - block.fromMs) / 2 };
        seen.set(block.id, [block, how === "move" ? moved(block, by) : how === "remove" ? null : shorter]);
      }
      return { blocks, edit: edit(...seen.values()) };
    }),
);
