import { expect, test } from "vitest";
import { fileKey, forget, type Remembered, remember, rememberedUploads } from "./remembered";

const NOW = Date.parse("2026-11-21T20:00:00Z");
const HOUR = 3_600_000;

/** The part of the browser's storage that is used. */
function memory(): Storage {
  const entries = new Map<string, string>();
  return {
    getItem: (name: string) => entries.get(name) ?? null,
    setItem: (name: string, value: string) => void entries.set(name, value),
  } as Storage;
}

function upload(key: string, begunAtMs = NOW): Remembered {
  return { key, name: "film.mp4", sizeBytes: 1, contentItemId: "id", uploadPath: "/v1/x", begunAtMs };
}

test("an upload is remembered until it is forgotten", () => {
  const store = memory();
  remember(upload("a"), store);
  remember(upload("b"), store);
  forget("a", NOW, store);
  expect(rememberedUploads(NOW, store).map(({ key }) => key)).toEqual(["b"]);
});

test("the same file has one memory, the latest", () => {
  const store = memory();
  remember(upload("a"), store);
  remember({ ...upload("a"), contentItemId: "newer" }, store);
  expect(rememberedUploads(NOW, store)).toMatchObject([{ contentItemId: "newer" }]);
});

test("after a day its address is dead, and so is the memory", () => {
  const store = memory();
  remember(upload("a"), store);
  expect(rememberedUploads(NOW + 23 * HOUR, store)).toHaveLength(1);
  expect(rememberedUploads(NOW + 24 * HOUR, store)).toHaveLength(0);
});

test("what cannot be read is as if it were not there, and an address of another host is not believed", () => {
  const store = memory();
  store.setItem("lineup.uploads", "{");
  expect(rememberedUploads(NOW, store)).toEqual([]);
  store.setItem("lineup.uploads", JSON.stringify([{ ...upload("a"), uploadPath: "https://evil.example/x" }]));
  expect(rememberedUploads(NOW, store)).toEqual([]);
  store.setItem("lineup.uploads", JSON.stringify([{ ...upload("a"), uploadPath: "//evil.example/x" }]));
  expect(rememberedUploads(NOW, store)).toEqual([]);
});

test("a file is known by name, size and time of change", () => {
  const file = { name: "a.mp4", size: 10, lastModified: 1 };
  expect(fileKey({ ...file })).toBe(fileKey(file));
  expect(fileKey({ ...file, size: 11 })).not.toBe(fileKey(file));
  expect(fileKey({ ...file, lastModified: 2 })).not.toBe(fileKey(file));
});
