import { beforeEach, describe, expect, test, vi } from "vitest";
import { KeyMemory, type KnownKey } from "./key-memory";

const NOW = 1_000_000;
const key = (id = "one", expiresAtMs = Number.POSITIVE_INFINITY): KnownKey => ({
  actor: { userId: "ada", method: "api_key", scopes: [], apiKeyId: id },
  expiresAtMs,
  usedAtMs: NOW,
});

let news = { heardUntilMs: NOW };
const read = vi.fn<(hash: string) => Promise<KnownKey | null>>();
let memory: KeyMemory;

beforeEach(() => {
  news = { heardUntilMs: NOW };
  read.mockReset().mockImplementation(async (hash) => key(hash));
  memory = new KeyMemory(read, () => news);
});

test("a key is read once while the feed is heard", async () => {
  for (let count = 0; count < 3; count++) expect(await memory.find("one", NOW + count)).not.toBeNull();
  expect(read).toHaveBeenCalledTimes(1);
});

test("nothing unknown is remembered", async () => {
  read.mockResolvedValue(null);
  expect([await memory.find("one", NOW), await memory.find("one", NOW)]).toEqual([null, null]);
  expect(read).toHaveBeenCalledTimes(2);
});

describe("a key is looked up again", () => {
  test("when it has changed", async () => {
    await memory.find("one", NOW);
    memory.changed("one");
    read.mockResolvedValue(null);
    expect(memory.holds("one", NOW)).toBeNull();
    expect(await memory.find("one", NOW)).toBeNull();
  });

  test("when the feed has not been heard for a second", async () => {
    await memory.find("one", NOW);
    read.mockResolvedValue(null);
    expect(await memory.find("one", NOW + 1_000)).toBeNull();
    expect(memory.holds("one", NOW + 1_000)).toBeNull();
  });

  test("when the feed was away and news may have been missed", async () => {
    await memory.find("one", NOW);
    memory.missed();
    await memory.find("one", NOW);
    expect(read).toHaveBeenCalledTimes(2);
  });

  test("when it changed while it was being read", async () => {
    let answer = (_: KnownKey) => {};
    read.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    const asked = memory.find("one", NOW);
    memory.changed("one");
    answer(key());
    await asked;
    read.mockResolvedValue(null);
    expect(await memory.find("one", NOW)).toBeNull();
  });
});

test("a remembered key fails from the moment it expires", async () => {
  read.mockResolvedValue(key("one", NOW + 10));
  expect(await memory.find("one", NOW)).not.toBeNull();
  expect(memory.holds("one", NOW + 9)).toBe(true);
  expect(await memory.find("one", NOW + 10)).toBeNull();
  expect(memory.holds("one", NOW + 10)).toBe(false);
});

test("ten thousand keys are remembered, the longest known are forgotten first", async () => {
  for (let count = 0; count <= 10_000; count++) await memory.find(`${count}`, NOW);
  expect(memory.holds("0", NOW)).toBeNull();
  expect(memory.holds("1", NOW)).toBe(true);
  expect(memory.holds("10000", NOW)).toBe(true);
});
