import { buffer } from "node:stream/consumers";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedBlock, seedChannel, seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { whileStorageIsFull } from "@/scripts/testing/full-storage";
import { seedApiKey } from "@/scripts/testing/seed-api-key";
import { purgeOldArtwork } from "@/server/artwork/purge-old-artwork";
import { publishChannel } from "@/server/channels/publish-channel";
import { storage } from "@/server/storage/create-storage";
import * as guide from "../../../../channels/[idOrSlug]/epg/route";
import * as content from "../route";
import * as route from "./route";

let ada: Actor;
let picture: Uint8Array<ArrayBuffer>;
beforeAll(async () => {
  ada = await seedCreator();
  const create = { width: 640, height: 480, channels: 3 as const, background: "#486" };
  picture = new Uint8Array(await sharp({ create }).jpeg().toBuffer());
});

function form(bytes: BlobPart): FormData {
  const data = new FormData();
  data.set("file", new File([bytes], "artwork"));
  return data;
}
const upload = (id: string, bytes: BlobPart = picture, as: Actor | string = ada) =>
  call(route, "POST", { as, params: { id }, body: form(bytes) });
const remove = (id: string, as: Actor | string = ada) => call(route, "DELETE", { as, params: { id } });
const detail = (id: string) => call(content, "GET", { as: ada, params: { id } });
const keyOf = (url: string) => new URL(url).pathname.slice(1);
const hours = (count: number) => new Date(Date.now() + count * 3_600_000);

describe("200", () => {
  test("one picture is shown in all shapes, each in three formats, and every address leads to it", async () => {
    const clip = await seedReadyContent(ada);
    const { status, body } = await upload(clip.id);
    expect(status).toBe(200);
    expect(body.artwork).toEqual({ from: "upload", atSeconds: null });
    for (const [shape, ratio] of Object.entries({ landscape: 16 / 9, portrait: 2 / 3, square: 1, banner: 3 })) {
      const { url, width, height, formats } = body.posters[shape];
      expect(width / height).toBeCloseTo(ratio, 1);
      expect(formats.jpeg).toBe(url);
      for (const address of [formats.avif, formats.webp, formats.jpeg]) {
        const bytes = await buffer(await storage().read(keyOf(address)));
        expect(await sharp(bytes).metadata()).toMatchObject({ width, height });
      }
    }
    expect(body.thumbnailUrl).toBe(body.posters.thumbnail.url);
  });

  test("a new picture has new addresses; the old ones lead somewhere for two days, then their files go", async () => {
    const clip = await seedReadyContent(ada);
    const first = (await upload(clip.id)).body.posters.square.url;
    const second = (await upload(clip.id)).body.posters.square.url;
    expect(second).not.toBe(first);
    await purgeOldArtwork(hours(47));
    expect(await storage().head(keyOf(first))).not.toBeNull();
    await purgeOldArtwork(hours(49));
    expect(await storage().head(keyOf(first))).toBeNull();
    expect(await storage().head(keyOf(second))).not.toBeNull();
    expect((await detail(clip.id)).body.posters.square.url).toBe(second);
  });

  test("the public guide shows it", async () => {
    const clip = await seedReadyContent(ada, { durationMs: 600_000 });
    const { body } = await upload(clip.id);
    const channel = await seedChannel(ada);
    await seedBlock(channel, clip, hours(1), 600_000);
    await publishChannel(ada, channel.id);
    const { programmes } = (await call(guide, "GET", { params: { idOrSlug: channel.slug } })).body;
    expect(programmes.find(({ title }: { title: string }) => title === clip.title).posterUrl).toBe(
      body.posters.landscape.url,
    );
  });
});

describe("204", () => {
  test("without artwork an item shows its own frame again; a second time there is none to remove", async () => {
    const clip = await seedReadyContent(ada);
    await upload(clip.id);
    expect((await remove(clip.id)).status).toBe(204);
    expect((await detail(clip.id)).body).toMatchObject({ artwork: null, posters: { square: null } });
    expect((await remove(clip.id)).status).toBe(404);
  });
});

describe("401, 403, 404", () => {
  test("nobody, a key that may only read, somebody else", async () => {
    const { id } = await seedReadyContent(ada);
    const eve = await seedCreator();
    expect((await call(route, "POST", { params: { id }, body: form(picture) })).status).toBe(401);
    expect((await upload(id, picture, await seedApiKey(ada, "content:read"))).status).toBe(403);
    expect((await upload(id, picture, eve)).status).toBe(404);
    expect((await remove(id, eve)).status).toBe(404);
  });
});

describe("413, 415, 422", () => {
  test("a file that is too large, no form, no picture: nothing is stored", async () => {
    const { id } = await seedReadyContent(ada);
    expect((await upload(id, new Uint8Array(21 * 1024 * 1024))).status).toBe(413);
    expect((await call(route, "POST", { as: ada, params: { id }, body: {} })).status).toBe(415);
    const { status, body } = await upload(id, "<svg/>");
    expect([status, body.error.details.issues[0].path]).toEqual([422, ["file"]]);
    expect((await detail(id)).body.artwork).toBeNull();
  });
});

describe("507", () => {
  test("a storage without room is told, and the item keeps what it had", async () => {
    const { id } = await seedReadyContent(ada);
    const reply = await whileStorageIsFull(() => upload(id));
    expect([reply.status, reply.body.error.code]).toEqual([507, "storage.full"]);
    expect((await detail(id)).body.artwork).toBeNull();
  });
});
