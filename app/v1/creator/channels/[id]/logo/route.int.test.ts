import { buffer } from "node:stream/consumers";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedChannel, seedCreator } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { whileStorageIsFull } from "@/scripts/testing/full-storage";
import { seedApiKey } from "@/scripts/testing/seed-api-key";
import { storage } from "@/server/storage/create-storage";
import * as route from "./route";

let ada: Actor;
beforeAll(async () => {
  ada = await seedCreator();
});

function picture(width: number, height: number) {
  return sharp({ create: { width, height, channels: 4, background: "#f80" } });
}
function form(bytes: BlobPart): FormData {
  const data = new FormData();
  data.set("file", new File([bytes], "logo"));
  return data;
}
const jpeg = async (width = 300, height = 200) => new Uint8Array(await picture(width, height).jpeg().toBuffer());
const set = (id: string, bytes: BlobPart, as: Actor | string = ada) =>
  call(route, "POST", { as, params: { id }, body: form(bytes) });
const remove = (id: string, as: Actor | string = ada) => call(route, "DELETE", { as, params: { id } });
const keyOf = (url: string) => new URL(url).pathname.slice(1);

describe("200", () => {
  test("a picture becomes a PNG that fits 1024 × 1024, without what else was in the file", async () => {
    const { id } = await seedChannel(ada);
    const large = new Uint8Array(
      await picture(3000, 1500)
        .withExif({ IFD0: { Artist: "secret" } })
        .jpeg()
        .toBuffer(),
    );
    const { status, body } = await set(id, large);
    expect(status).toBe(200);
    const stored = await buffer(await storage().read(keyOf(body.logoUrl)));
    const facts = await sharp(stored).metadata();
    expect([facts.format, facts.width, facts.height, facts.exif]).toEqual(["png", 1024, 512, undefined]);
  });

  test("a new logo has a new address and the old file goes", async () => {
    const { id } = await seedChannel(ada);
    const first = (await set(id, await jpeg())).body.logoUrl;
    const second = (await set(id, await jpeg())).body.logoUrl;
    expect(second).not.toBe(first);
    expect(await storage().head(keyOf(first))).toBeNull();
    expect(await storage().head(keyOf(second))).not.toBeNull();
  });
});

describe("204", () => {
  test("a logo is taken away; a second time there is none", async () => {
    const { id } = await seedChannel(ada);
    const { body } = await set(id, await jpeg());
    expect((await remove(id)).status).toBe(204);
    expect(await storage().head(keyOf(body.logoUrl))).toBeNull();
    expect((await remove(id)).status).toBe(404);
  });
});

describe("401, 403, 404", () => {
  test("nobody, a key that may only read, somebody else", async () => {
    const { id } = await seedChannel(ada);
    expect((await call(route, "POST", { params: { id }, body: form(await jpeg()) })).status).toBe(401);
    expect((await set(id, await jpeg(), await seedApiKey(ada, "channel:read"))).status).toBe(403);
    expect((await set(id, await jpeg(), await seedCreator())).status).toBe(404);
    expect((await remove(id, await seedCreator())).status).toBe(404);
  });
});

describe("413, 422", () => {
  test("a file that is too large", async () => {
    const { id } = await seedChannel(ada);
    expect((await set(id, new Uint8Array(6 * 1024 * 1024))).status).toBe(413);
  });

  test.each([
    ["text", async () => "not a picture"],
    [
      "an SVG that reads a file",
      async () =>
        '<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"><image href="file:///etc/passwd"/></svg>',
    ],
    ["a picture cut in half", async () => (await jpeg()).slice(0, 400)],
    ["a speck", () => jpeg(8, 8)],
    ["a picture that fills the memory", async () => new Uint8Array(await picture(9000, 9000).png().toBuffer())],
  ])("%s", async (_, bytes) => {
    const { status, body } = await set((await seedChannel(ada)).id, await bytes());
    expect(status).toBe(422);
    expect(body.error.details.issues[0].path).toEqual(["file"]);
  });
});

describe("507", () => {
  test("a storage without room is told, and the channel keeps what it had", async () => {
    const { id } = await seedChannel(ada);
    const reply = await whileStorageIsFull(async () => set(id, await jpeg()));
    expect([reply.status, reply.body.error.code]).toEqual([507, "storage.full"]);
    expect((await remove(id)).status).toBe(404);
  });
});
