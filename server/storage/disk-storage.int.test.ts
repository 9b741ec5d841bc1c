import { mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { onDisk } from "./disk-errors";
import { DiskStorage } from "./disk-storage";
import { INCOMING } from "./disk-write";
import { storageContract } from "./storage-contract";

const root = await mkdtemp(path.join(tmpdir(), "lineup-disk-"));
afterAll(() => rm(root, { recursive: true, force: true }));

describe("a folder as storage", () => {
  storageContract(() => new DiskStorage(root));

  test("leaves no file aside and no empty folder behind", async () => {
    const store = new DiskStorage(path.join(root, "tidy"));
    await store.put("media/a/b/c.mp4", Buffer.from("x"));
    await store.move("media/a/b/c.mp4", "sources/a/c.mp4");
    await store.remove("sources/a/c.mp4");
    expect(await readdir(path.join(root, "tidy"))).toEqual([INCOMING]);
    expect(await readdir(path.join(root, "tidy", INCOMING))).toEqual([]);
  });

  test("what a crash left aside is no object and is removed once it is old", async () => {
    const store = new DiskStorage(path.join(root, "crashed"));
    await store.check();
    const [old, fresh] = ["old", "fresh"].map((name) => path.join(root, "crashed", INCOMING, name));
    await writeFile(old!, "half");
    await writeFile(fresh!, "half");
    await utimes(old!, new Date(0), new Date(0));
    await store.removeUnfinished(new Date(Date.now() - 60_000));
    expect(await readdir(path.join(root, "crashed", INCOMING))).toEqual(["fresh"]);
  });

  test("a full disk is told as such", async () => {
    await expect(onDisk(() => writeFile("/dev/full", "x"))).rejects.toMatchObject({ code: "storage.full" });
  });

  test("a folder that cannot be made is told as an outage", async () => {
    await writeFile(path.join(root, "a-file"), "");
    const store = new DiskStorage(path.join(root, "a-file"));
    await expect(store.check()).rejects.toMatchObject({ code: "server.unavailable" });
  });

  test("a folder sorts among its neighbours with its slash, as on S3", async () => {
    const store = new DiskStorage(path.join(root, "sorted"));
    for (const key of ["x/a/1", "x/a-1", "x/a.1", "x/a0"]) await store.put(key, Buffer.from("x"));
    const keys: string[] = [];
    for await (const { key } of store.list("x/")) keys.push(key);
    expect(keys).toEqual(["x/a-1", "x/a.1", "x/a/1", "x/a0"]);
  });
});
