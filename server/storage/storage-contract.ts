import { randomBytes, randomUUID } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Storage } from "./storage";

const MiB = 1024 * 1024;
const VIDEO = { contentType: "video/mp4" };

/** What every driver guarantees. `open` gives the driver on its real backend. */
export function storageContract(open: () => Storage): void {
  let store: Storage;
  let folder: string;
  /** A prefix of its own for every test. */
  const fresh = () => `media/${randomUUID()}/`;
  const keys = async (prefix: string) => {
    const found: string[] = [];
    for await (const object of store.list(prefix)) found.push(object.key);
    return found;
  };
  const bytesOf = async (key: string) => buffer(await store.read(key));

  beforeAll(async () => {
    store = open();
    folder = await mkdtemp(path.join(tmpdir(), "lineup-contract-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  describe("writing", () => {
    test("bytes come back as they were put, with size, tag and time", async () => {
      const key = `${fresh()}clip.mp4`;
      const bytes = randomBytes(3 * MiB);
      await store.put(key, bytes, VIDEO);
      const head = await store.head(key);
      expect(head).toMatchObject({ key, sizeBytes: bytes.length, contentType: "video/mp4" });
      expect(head?.etag).toMatch(/^"[^"]+"$/);
      expect(Math.abs(Date.now() - head!.modifiedAt.getTime())).toBeLessThan(60_000);
      expect((await bytesOf(key)).equals(bytes)).toBe(true);
    });

    test("a stream of unknown length is stored whole", async () => {
      const key = `${fresh()}long.mp4`;
      const chunk = randomBytes(MiB);
      await store.put(key, Readable.from(repeat(chunk, 20)), VIDEO);
      expect(await store.head(key)).toMatchObject({ sizeBytes: 20 * MiB });
      const tail = await buffer(await store.read(key, { start: 20 * MiB - 10, end: 20 * MiB - 1 }));
      expect(tail.equals(chunk.subarray(-10))).toBe(true);
    });

    test("an empty stream is an object of no bytes", async () => {
      const key = `${fresh()}empty.mp4`;
      await store.put(key, Readable.from([]), VIDEO);
      expect(await store.head(key)).toMatchObject({ sizeBytes: 0 });
    });

    test("a stream that breaks leaves no object, and its own error is told", async () => {
      const key = `${fresh()}broken.mp4`;
      const broken = Readable.from(breakAfter(randomBytes(MiB), 3));
      await expect(store.put(key, broken, VIDEO)).rejects.toThrow("the source broke");
      expect(await store.head(key)).toBeNull();
    });

    test("a stream that breaks leaves the object of before", async () => {
      const key = `${fresh()}kept.mp4`;
      await store.put(key, Buffer.from("before"), VIDEO);
      const broken = Readable.from(breakAfter(randomBytes(MiB), 3));
      await expect(store.put(key, broken, VIDEO)).rejects.toThrow();
      expect((await bytesOf(key)).toString()).toBe("before");
    });

    test("a replaced object has another tag", async () => {
      const key = `${fresh()}a.mp4`;
      await store.put(key, Buffer.from("one"), VIDEO);
      const before = await store.head(key);
      await store.put(key, Buffer.from("two"), VIDEO);
      expect((await store.head(key))?.etag).not.toBe(before?.etag);
      expect((await bytesOf(key)).toString()).toBe("two");
    });

    test("a local file is stored", async () => {
      const key = `${fresh()}file.mp4`;
      const bytes = randomBytes(18 * MiB);
      const file = path.join(folder, randomUUID());
      await writeFile(file, bytes);
      await store.putFile(key, file, VIDEO);
      expect((await bytesOf(key)).equals(bytes)).toBe(true);
    });

    test("twenty writers of one key leave one of their objects, whole", async () => {
      const key = `${fresh()}race.mp4`;
      const bodies = Array.from({ length: 20 }, (_, index) => Buffer.alloc(64 * 1024, index));
      await Promise.all(bodies.map((body) => store.put(key, body, VIDEO)));
      const stored = await bytesOf(key);
      expect(bodies.some((body) => body.equals(stored))).toBe(true);
    });
  });

  describe("reading", () => {
    test("a range holds its first and its last byte", async () => {
      const key = `${fresh()}range.mp4`;
      await store.put(key, Buffer.from("0123456789"), VIDEO);
      const part = async (start: number, end: number) =>
        (await buffer(await store.read(key, { start, end }))).toString();
      expect(await part(0, 1)).toBe("01");
      expect(await part(4, 4)).toBe("4");
      expect(await part(3, 5)).toBe("345");
      expect(await part(8, 999)).toBe("89");
    });

    test("an object is opened with what is known of it, whole or in part", async () => {
      const key = `${fresh()}clip.mp4`;
      const bytes = randomBytes(300_000);
      await store.put(key, bytes, VIDEO);
      const head = (await store.head(key))!;
      for (const [header, first, last] of [
        [undefined, 0, 299_999],
        ["bytes=0-99", 0, 99],
        ["bytes=299990-", 299_990, 299_999],
        ["bytes=-5", 299_995, 299_999],
        ["bytes=1000-9999999", 1000, 299_999],
        ["bytes=9-2", 0, 299_999],
        ["items=0-9", 0, 299_999],
      ] as const) {
        const opened = (await store.open(key, header))!;
        expect(opened).toMatchObject({ sizeBytes: 300_000, etag: head.etag, contentType: "video/mp4" });
        expect(opened.modifiedAt.getTime()).toBe(head.modifiedAt.getTime());
        const whole = first === 0 && last === 299_999;
        expect(opened.range).toEqual(whole ? null : { start: first, end: last });
        expect((await buffer(opened.body())).equals(bytes.subarray(first, last + 1))).toBe(true);
      }
    });

    test("opening says when a part has no byte, and when there is no object", async () => {
      const prefix = fresh();
      await store.put(`${prefix}clip.mp4`, randomBytes(10), VIDEO);
      const opened = (await store.open(`${prefix}clip.mp4`, "bytes=10-20"))!;
      expect(opened).toMatchObject({ range: "unsatisfiable", sizeBytes: 10 });
      await opened.close();
      expect(await store.open(`${prefix}absent.mp4`, undefined)).toBeNull();
    });

    test("a range behind the end is refused", async () => {
      const key = `${fresh()}range.mp4`;
      await store.put(key, Buffer.from("0123456789"), VIDEO);
      await expect(store.read(key, { start: 10, end: 12 })).rejects.toMatchObject({ code: "request.invalid" });
    });

    test("an absent object has no head, and reading or fetching it says not found", async () => {
      const key = `${fresh()}absent.mp4`;
      expect(await store.head(key)).toBeNull();
      await expect(store.read(key)).rejects.toMatchObject({ code: "resource.not_found" });
      await expect(store.fetchFile(key, folder)).rejects.toMatchObject({ code: "resource.not_found" });
    });

    test("fetching gives a local file with the bytes", async () => {
      const key = `${fresh()}fetch.mp4`;
      const bytes = randomBytes(2 * MiB);
      await store.put(key, bytes, VIDEO);
      const file = await store.fetchFile(key, folder);
      expect((await readFile(file)).equals(bytes)).toBe(true);
    });
  });

  describe("moving and removing", () => {
    test("a moved object is at its new key only, over what was there", async () => {
      const prefix = fresh();
      await store.put(`${prefix}a b (c).mp4`, Buffer.from("moved"), VIDEO);
      await store.put(`${prefix}sub/target.mp4`, Buffer.from("old"), VIDEO);
      await store.move(`${prefix}a b (c).mp4`, `${prefix}sub/target.mp4`);
      expect(await keys(prefix)).toEqual([`${prefix}sub/target.mp4`]);
      expect((await bytesOf(`${prefix}sub/target.mp4`)).toString()).toBe("moved");
    });

    test("moving an absent object says not found", async () => {
      const prefix = fresh();
      await expect(store.move(`${prefix}a.mp4`, `${prefix}b.mp4`)).rejects.toMatchObject({
        code: "resource.not_found",
      });
    });

    test("removing twice is no error", async () => {
      const key = `${fresh()}a.mp4`;
      await store.put(key, Buffer.from("x"), VIDEO);
      await store.remove(key);
      await store.remove(key);
      expect(await store.head(key)).toBeNull();
    });

    test("removing a prefix removes everything below it and nothing beside it", async () => {
      const prefix = fresh();
      const inside = ["a.mp4", "deep/er/b.mp4", "deep/c.mp4"].map((name) => `${prefix}x/${name}`);
      const beside = `${prefix}xy/a.mp4`;
      await Promise.all([...inside, beside].map((key) => store.put(key, Buffer.from("x"), VIDEO)));
      await store.removePrefix(`${prefix}x/`);
      expect(await keys(prefix)).toEqual([beside]);
      await store.removePrefix(`${prefix}x/`);
    });
  });

  describe("listing", () => {
    test("keys come in byte order of the whole key, with sizes", async () => {
      const prefix = fresh();
      const names = ["b", "a/1", "a/10", "a/2", "Z", "ä"];
      await Promise.all(names.map((name) => store.put(`${prefix}${name}`, Buffer.from(name), VIDEO)));
      const sorted = names.toSorted((x, y) => Buffer.compare(Buffer.from(x), Buffer.from(y)));
      expect(await keys(prefix)).toEqual(sorted.map((name) => `${prefix}${name}`));
      for await (const object of store.list(prefix)) {
        expect(object.sizeBytes).toBe(Buffer.byteLength(object.key.slice(prefix.length)));
      }
    });

    test("an absent prefix lists nothing", async () => {
      expect(await keys(fresh())).toEqual([]);
    });

    test("more than one page is listed and removed whole", async () => {
      const prefix = fresh();
      const names = Array.from({ length: 1005 }, (_, index) => `${String(index).padStart(5, "0")}.m4s`);
      for (let at = 0; at < names.length; at += 50) {
        const batch = names.slice(at, at + 50);
        await Promise.all(batch.map((name) => store.put(`${prefix}${name}`, Buffer.from("x"), VIDEO)));
      }
      expect(await keys(prefix)).toEqual(names.map((name) => `${prefix}${name}`));
      await store.removePrefix(prefix);
      expect(await keys(prefix)).toEqual([]);
    }, 120_000);
  });

  describe("keys that are no keys", () => {
    test.each(["../outside", "/etc/passwd", "media/../../outside", "", "media\\..\\x", ".incoming/x"])(
      "%j is refused by every method",
      async (key) => {
        const refused = { code: "resource.not_found" };
        await expect(store.put(key, Buffer.from("x"), VIDEO)).rejects.toMatchObject(refused);
        await expect(store.head(key)).rejects.toMatchObject(refused);
        await expect(store.read(key)).rejects.toMatchObject(refused);
        await expect(store.fetchFile(key, folder)).rejects.toMatchObject(refused);
        await expect(store.remove(key)).rejects.toMatchObject(refused);
        await expect(store.removePrefix(`${key}/`)).rejects.toMatchObject(refused);
        await expect(store.signPut(key, { ...VIDEO, sizeBytes: 1, expiresInSeconds: 60 })).rejects.toMatchObject(
          refused,
        );
      },
    );
  });

  test("the storage says that it can be written to", async () => {
    await store.check();
  });
}

function* repeat(chunk: Buffer, times: number): Generator<Buffer> {
  for (let count = 0; count < times; count++) yield chunk;
}

function* breakAfter(chunk: Buffer, times: number): Generator<Buffer> {
  yield* repeat(chunk, times);
  throw new Error("the source broke");
}
