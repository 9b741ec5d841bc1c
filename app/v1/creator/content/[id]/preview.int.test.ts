import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedContent, seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { call, send } from "@/scripts/testing/call-route";
import { seedApiKey } from "@/scripts/testing/seed-api-key";
import * as manifest from "./manifest.mpd/route";
import * as master from "./master.m3u8/route";

let ada: Actor;
let item: { id: string; encodingId: string | null };
beforeAll(async () => {
  ada = await seedCreator();
  item = await seedReadyContent(ada, { durationMs: 62_000 });
});

const MANIFESTS = [
  { name: "master.m3u8", route: master },
  { name: "manifest.mpd", route: manifest },
];

describe("200", () => {
  test("HLS: every rendition and the audio, by addresses that need no bearer", async () => {
    const response = await send(master, "GET", { as: ada, params: { id: item.id } });
    expect(response.status).toBe(200);
    expect(response.headers.get("Content-Type")).toBe("application/vnd.apple.mpegurl");
    const text = await response.text();
    const folder = `/media/${item.id}/${item.encodingId}/`;
    for (const rendition of ["1080p", "720p", "480p", "360p", "audio"]) {
      expect(text).toContain(`${folder}${rendition}/playlist.m3u8`);
    }
    expect(text.match(/#EXT-X-STREAM-INF:/g)).toHaveLength(4);
  });

  test("DASH: a static presentation of the same length", async () => {
    const response = await send(manifest, "GET", { as: ada, params: { id: item.id } });
    expect(response.status).toBe(200);
    expect(response.headers.get("Content-Type")).toBe("application/dash+xml");
    const text = await response.text();
    expect(text).toContain('type="static"');
    expect(text).toContain('mediaPresentationDuration="PT62.000000S"');
    expect(text.match(/<Representation /g)).toHaveLength(5);
  });

  test("a key that may read content gets them too", async () => {
    const as = await seedApiKey(ada, "content:read");
    for (const { route } of MANIFESTS) {
      expect((await send(route, "GET", { as, params: { id: item.id } })).status).toBe(200);
    }
  });
});

describe.each(MANIFESTS)("401, 403, 404 of $name", ({ route }) => {
  test("nobody, a key without the scope, somebody else, an item that is not ready", async () => {
    const params = { id: item.id };
    expect((await call(route, "GET", { params })).status).toBe(401);
    const wrong = await call(route, "GET", { as: await seedApiKey(ada, "channel:read"), params });
    expect(wrong.status).toBe(403);
    expect(wrong.body.error.details).toEqual({ requiredScope: "content:read" });
    expect((await call(route, "GET", { as: await seedCreator(), params })).status).toBe(404);
    const waiting = await seedContent(ada, { status: "pending_transcode" });
    expect((await call(route, "GET", { as: ada, params: { id: waiting.id } })).status).toBe(404);
    expect((await call(route, "GET", { as: ada, params: { id: "not-an-id" } })).status).toBe(404);
  });
});
