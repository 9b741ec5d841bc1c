import fc from "fast-check";
import { expect, test } from "vitest";
import type { Stretch } from "./gaps";
import { settle } from "./settle";

const line = fc.array(fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 20 })), { maxLength: 15 }).map((slots) => {
  let atMs = 0;
  return slots.map(([pause, length]): Stretch => {
    const fromMs = atMs + pause;
    atMs = fromMs + length;
    return { fromMs, toMs: atMs };
  });
});
const named = (stretches: Stretch[]) =>
  stretches.map((stretch, index) => ({ ...stretch, id: `b${index}`, title: `Block ${index}` }));
const policy = fc.constantFrom("refuse" as const, "skip" as const, "replace" as const);
const editableFrom = fc.option(fc.nat(200));
const meet = (a: Stretch, b: Stretch) => a.fromMs < b.toMs && b.fromMs < a.toMs;

test("what is placed overlaps nothing that stays, and nothing locked is placed or removed", () => {
  fc.assert(
    fc.property(line, line, policy, editableFrom, (wanted, there, how, from) => {
      const standing = named(there);
      const { place, remove, leftOut, conflicts } = settle(wanted, standing, how, from);
      const stays = standing.filter((block) => !remove.includes(block));
      for (const one of place) expect(stays.some((block) => meet(one, block))).toBe(false);
      for (const one of [...place, ...remove]) expect(one.fromMs).toBeGreaterThanOrEqual(from ?? 0);
      expect(place.length + leftOut.length).toBe(wanted.length);
      expect(conflicts).toEqual(standing.filter((block) => wanted.some((one) => meet(one, block))));
      for (const block of remove) expect(place.some((one) => meet(one, block))).toBe(true);
      if (how !== "replace") expect(remove).toEqual([]);
    }),
  );
});

test("replacing with the same again changes nothing but the blocks themselves", () => {
  fc.assert(
    fc.property(line, (wanted) => {
      const { place, remove, leftOut } = settle(wanted, named(wanted), "replace", null);
      expect([place.length, remove.length, leftOut.length]).toEqual([wanted.length, wanted.length, 0]);
      expect(settle(wanted, named(wanted), "skip", null).place).toEqual([]);
    }),
  );
});
