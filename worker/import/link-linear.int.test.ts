import { mkdir, readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { SLATE_ID } from "@/core/playout/airing";
import { mediaPlaylist } from "@/core/playout/media-playlist";
import { mediaWindow } from "@/core/playout/media-window";
import { readPlaylist } from "@/core/playout/testing/read-playlist";
import { seedBlock, seedChannel, seedCreator } from "@/prisma/seed/builders";
import { closeDb, db, type Tx } from "@/server/db";
import { newestAirings } from "@/server/playout/airing-rows";
import { commitAiringsOf } from "@/server/playout/commit-airings";
import { segmentTables } from "@/server/playout/segment-tables";
import { closeQueues } from "@/server/queue/enqueue";
import { closeRedis } from "@/server/redis";
import { placeBlock } from "@/server/schedule/place-block";
import { importer } from "../testing/importer";
import { ffmpeg, mediaFolder, picture, QUICK, tone } from "../testing/media";
import { file, type SourceServer, startSourceServer } from "../testing/source-server";

const START = Date.UTC(2034, 0, 1, 20);
let sources: SourceServer;
let owner: Actor;
let remove: () => Promise<void>;

/** Twelve seconds as a packager writes them: CMAF with the sound apart, and once with it inside. */
beforeAll(async () => {
  const media = await mediaFolder();
  remove = media.remove;
  sources = await startSourceServer();
  process.env.IMPORT_ALLOW_HOSTS = sources.host;
  owner = await seedCreator();
  const input = [...picture(12, 25, "640x360"), ...tone(12), ...QUICK, "-g", "50", "-b:v", "300k", "-maxrate", "400k"];
  const hls = ["-f", "hls", "-hls_time", "4", "-hls_playlist_type", "vod", "-hls_segment_type", "fmp4"];
  const independent = ["-hls_flags", "independent_segments", "-master_pl_name", "master.m3u8"];
  await Promise.all(["apart", "inside", "deep"].map((name) => mkdir(path.join(media.folder, name))));
  const streams = ["-map", "0:v", "-map", "1:a", "-var_stream_map", "v:0,agroup:sound a:0,agroup:sound"];
  await ffmpeg(...input, ...streams, ...hls, ...independent, `${media.folder}/apart/stream-%v.m3u8`);
  await ffmpeg(...input, ...hls, ...independent, `${media.folder}/inside/stream.m3u8`);
  const deep = ["-pix_fmt", "yuv420p10le", "-profile:v", "high10"];
  await ffmpeg(...input, ...deep, ...streams, ...hls, ...independent, `${media.folder}/deep/stream-%v.m3u8`);
  for (const folder of ["apart", "inside", "deep"])
    for (const name of await readdir(path.join(media.folder, folder)))
      sources.on(`/${folder}/${name}`, file(await readFile(path.join(media.folder, folder, name)), {}));
  const honest = await readFile(`${media.folder}/deep/master.m3u8`, "utf8");
  expect(honest).toContain("avc1.6e"); // High 10
  sources.on("/deep/master.m3u8", file(Buffer.from(honest.replace("avc1.6e", "avc1.64")), {}));
}, 120_000);
afterAll(async () => {
  await sources.stop();
  await remove();
  await closeQueues();
  await closeRedis();
  await closeDb();
});

async function link(address: string) {
  const { seedImport, bringIn } = importer(owner);
  return (await bringIn(await seedImport({ kind: "external", url: sources.url(address) }, {}))).item;
}
const place = (channel: { id: string }, item: { id: string }) =>
  placeBlock(owner, {
    channelId: channel.id,
    contentItemId: item.id,
    startsAt: new Date(START).toISOString(),
    kind: "content",
  });

describe("a linked manifest that fits the channel profile", () => {
  test("is scheduled like any item, and its own segments are listed with their head", async () => {
    const item = await link("/apart/master.m3u8");
    expect(item.external).not.toHaveProperty("whyNotLinear");
    expect(item.encodingId).not.toBeNull();
    const channel = await seedChannel(owner);
    const placed = await place(channel, item);
    expect(placed.durationSeconds).toBeCloseTo(12, 0);

    await seedBlock(channel, item, new Date(START + 20_000), 12_000);
    const published = { status: "published", publishedAt: new Date(START) } as const;
    await db.channel.update({ where: { id: channel.id }, data: published });
    await commitAiringsOf(channel.id, new Date(START));
    const line = await newestAirings(db as Tx, channel.id, 50);
    const tables = await segmentTables(
      (sql, values) => db.$queryRawUnsafe(sql, ...values),
      line.map((airing) => airing.encodingId ?? SLATE_ID),
    );
    const window = mediaWindow(line, tables, START + 15_000)!;
    for (const rendition of ["1080p", "360p", "audio"] as const) {
      const listed = readPlaylist(mediaPlaylist(window, rendition)).segments.filter(({ uri }) =>
        uri.startsWith("http"),
      );
      expect(listed).toHaveLength(3);
      for (const { uri, map, seconds } of listed) {
        expect((await fetch(uri)).status).toBe(200);
        expect((await fetch(map!)).status).toBe(200);
        expect(seconds).toBeGreaterThan(3.5);
        expect(seconds).toBeLessThan(4.5);
      }
      expect(listed[0]!.discontinuity).toBe(true);
    }
  });
});

describe("schedule.content_not_schedulable says in words what does not fit", () => {
  test("sound inside the files of the pictures", async () => {
    const item = await link("/inside/master.m3u8");
    expect([item.status, item.encodingId]).toEqual(["ready", null]);
    await expect(place(await seedChannel(owner), item)).rejects.toMatchObject({
      code: "schedule.content_not_schedulable",
      details: { reason: "Its sound lies in the files of the pictures; a channel needs it apart." },
    });
  });

  test("ten bits a sample, although its manifest says eight", async () => {
    const item = await link("/deep/master.m3u8");
    expect([item.status, item.encodingId]).toEqual(["ready", null]);
    await expect(place(await seedChannel(owner), item)).rejects.toMatchObject({
      code: "schedule.content_not_schedulable",
      details: { reason: "Its pictures are yuv420p10le, not 4:2:0 with 8 bits." },
    });
  });
});
