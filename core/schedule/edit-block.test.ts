import { describe, expect, test } from "vitest";
import { type BlockState, editBlock, onlyShortens, sameBlock } from "./edit-block";

const block: BlockState = {
  channelId: "one",
  contentItemId: "a",
  kind: "content",
  offsetMs: 0,
  startsAtMs: 10_000,
  endsAtMs: 40_000,
};

describe("editBlock", () => {
  test("whatever is not mentioned stays", () => {
    expect(editBlock(block, { kind: "filler" }, 60_000)).toEqual({ ...block, kind: "filler" });
  });

  test("a part after a break keeps its offset and is no longer than what is left; a swap shows the new content whole", () => {
    const part = { ...block, offsetMs: 35_000 };
    expect(editBlock(part, { kind: "filler" }, 70_000)).toEqual({ ...part, kind: "filler" });
    expect(editBlock(part, { durationSeconds: 35 }, 70_000).endsAtMs).toBe(45_000);
    expect(() => editBlock(part, { durationSeconds: 36 }, 70_000)).toThrow("shorter");
    expect(editBlock(part, { contentItemId: "b" }, 70_000).offsetMs).toBe(0);
  });

  test("a swap keeps the start and as much of the length as the new content has", () => {
    expect(editBlock(block, { contentItemId: "b" }, 60_000)).toEqual({ ...block, contentItemId: "b" });
    expect(editBlock(block, { contentItemId: "b" }, 20_000).endsAtMs).toBe(30_000);
  });

  test("a block made before its content was cut keeps its length until it is resized", () => {
    expect(editBlock(block, { startsAt: "1970-01-01T00:00:50.000Z" }, 20_000).endsAtMs).toBe(80_000);
    expect(() => editBlock(block, { durationSeconds: 21 }, 20_000)).toThrow(/shorter/);
  });

  test("a block that becomes a break loses its content", () => {
    expect(editBlock(block, { kind: "ad_break" }, null).contentItemId).toBeNull();
  });
});

describe("onlyShortens", () => {
  test.each([
    ["an earlier end", { endsAtMs: 30_000 }, true],
    ["a later end", { endsAtMs: 50_000 }, false],
    ["the same end", {}, false],
    ["an earlier end of a block that moves", { startsAtMs: 9_000, endsAtMs: 30_000 }, false],
    ["an earlier end with other content", { contentItemId: "b", endsAtMs: 30_000 }, false],
    ["an earlier end on another channel", { channelId: "two", endsAtMs: 30_000 }, false],
  ])("%s", (_, changes, expected) => {
    expect(onlyShortens(block, { ...block, ...changes })).toBe(expected);
  });
});

test("sameBlock sees every field", () => {
  expect(sameBlock(block, { ...block })).toBe(true);
  for (const change of [
    { channelId: "x" },
    { contentItemId: null },
    { kind: "filler" as const },
    { startsAtMs: 1 },
    { endsAtMs: 1 },
  ]) {
    expect(sameBlock(block, { ...block, ...change })).toBe(false);
  }
});
