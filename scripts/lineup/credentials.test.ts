import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { accountOf, credentialsFileOf, forgetAccount, originOf, stateFolderOf, storeAccount } from "./credentials";
import { channelsNamed } from "./find-channel";
import { keptUploads } from "./kept-uploads";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "lineup-credentials-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const STORED = { url: "https://tv.example.com", key: "vk_live_1" };
const fileIn = () => credentialsFileOf({ XDG_CONFIG_HOME: folder });

describe("the stored account", () => {
  test("can be read by its owner only, also when it is written over a file that all could read", async () => {
    await storeAccount(STORED, fileIn());
    expect((await stat(fileIn())).mode & 0o777).toBe(0o600);
    await rm(fileIn());
    await writeFile(fileIn(), "{}", { mode: 0o644 });
    await storeAccount(STORED, fileIn());
    expect((await stat(fileIn())).mode & 0o777).toBe(0o600);
    expect(JSON.parse(await readFile(fileIn(), "utf8"))).toEqual(STORED);
  });

  test("stands below the environment", async () => {
    await storeAccount(STORED, fileIn());
    expect(await accountOf({}, fileIn())).toEqual(STORED);
    expect(await accountOf({ LINEUP_KEY: "vk_live_2" }, fileIn())).toEqual({ ...STORED, key: "vk_live_2" });
    const both = { LINEUP_URL: "http://localhost:8080/", LINEUP_KEY: "vk_live_2" };
    expect(await accountOf(both, fileIn())).toEqual({ url: "http://localhost:8080", key: "vk_live_2" });
  });

  test("never goes to another server than the one it was stored for", async () => {
    await storeAccount(STORED, fileIn());
    await expect(accountOf({ LINEUP_URL: "https://evil.example" }, fileIn())).rejects.toMatchObject({ exitCode: 4 });
    expect(await accountOf({ LINEUP_URL: "tv.example.com" }, fileIn())).toEqual(STORED);
  });

  test("is missed with exit code 4, and damaged with exit code 2", async () => {
    await expect(accountOf({}, fileIn())).rejects.toMatchObject({ exitCode: 4 });
    await storeAccount(STORED, fileIn());
    await writeFile(fileIn(), "{");
    await expect(accountOf({}, fileIn())).rejects.toMatchObject({ exitCode: 2 });
    expect([await forgetAccount(fileIn()), await forgetAccount(fileIn())]).toEqual([true, false]);
  });
});

test("an address is taken as people write it", () => {
  expect(originOf("tv.example.com")).toBe("https://tv.example.com");
  expect(originOf(" http://localhost:3000/library ")).toBe("http://localhost:3000");
  expect(() => originOf("not an address")).toThrow("is no address");
});

test("a channel is found by id and slug first, then by its name in any case", () => {
  const channels = [
    { id: "0193", slug: "news", name: "Night" },
    { id: "0194", slug: "night", name: "News" },
    { id: "0195", slug: "news-2", name: "news" },
  ];
  const ids = (word: string) => channelsNamed(word, channels).map(({ id }) => id);
  expect([ids("0194"), ids("night"), ids("NEWS"), ids("none")]).toEqual([["0194"], ["0194"], ["0194", "0195"], []]);
});

describe("unfinished uploads", () => {
  const print = { server: "http://localhost:3000", file: "/films/a.mp4", sizeBytes: 10, modifiedMs: 1 };
  const begun = { contentItemId: "0193", uploadUrl: "http://localhost:3000/x", expiresAtMs: 1000 };

  test("are found for the same file only, until they expire", async () => {
    const kept = keptUploads(stateFolderOf({ XDG_STATE_HOME: folder }));
    expect(await kept.find(print, 0)).toBeNull();
    await kept.keep(print, begun);
    expect(await kept.find(print, 999)).toEqual(begun);
    expect(await kept.find(print, 1000)).toBeNull();
    for (const other of [{ sizeBytes: 11 }, { modifiedMs: 2 }, { file: "/films/b.mp4" }, { server: "http://b" }])
      expect(await kept.find({ ...print, ...other }, 0)).toBeNull();
    await kept.forget(print);
    expect(await kept.find(print, 0)).toBeNull();
  });
});
