import { mkdir, readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { parseArtwork } from "@/core/content/artwork";
import { parseExternal } from "@/core/content/external";
import { seedCreator } from "@/prisma/seed/builders";
import { closeDb } from "@/server/db";
import { closeQueues } from "@/server/queue/enqueue";
import { closeRedis } from "@/server/redis";
import { importer } from "../testing/importer";
import { ffmpeg, mediaFolder, picture, QUICK, tone } from "../testing/media";
import { file, type SourceServer, startSourceServer } from "../testing/source-server";

const HLS = { "content-type": "application/vnd.apple.mpegurl" };
const DASH = { "content-type": "application/dash+xml" };
let sources: SourceServer;
let owner: Actor;
let remove: () => Promise<void>;

beforeAll(async () => {
  const media = await mediaFolder();
  remove = media.remove;
  sources = await startSourceServer();
  process.env.IMPORT_ALLOW_HOSTS = sources.host;
  owner = await seedCreator();
  const input = [...picture(4, 25, "640x360"), ...tone(4), ...QUICK, "-g", "25"];
  await Promise.all(["ts", "dash"].map((name) => mkdir(path.join(media.folder, name))));
  const hls = ["-f", "hls", "-hls_time", "1", "-hls_playlist_type", "vod", "-master_pl_name", "master.m3u8"];
  await ffmpeg(...input, ...hls, `${media.folder}/ts/low.m3u8`);
  await ffmpeg(...input, "-f", "dash", "-seg_duration", "1", `${media.folder}/dash/manifest.mpd`);
  for (const folder of ["ts", "dash"])
    for (const name of await readdir(path.join(media.folder, folder)))
      sources.on(`/${folder}/${name}`, file(await readFile(path.join(media.folder, folder, name)), {}));
}, 120_000);
afterAll(async () => {
  await sources.stop();
  await remove();
  await closeQueues();
  await closeRedis();
  await closeDb();
});

const playlist = (path: string, ...lines: string[]) =>
  sources.on(path, file(Buffer.from(["#EXTM3U", "#EXT-X-VERSION:6", ...lines, ""].join("\n")), HLS));
const MEDIA = ["#EXT-X-TARGETDURATION:4", "#EXTINF:4,", "a.ts", "#EXTINF:3.5,", "b.ts"];

async function link(path: string, input = {}) {
  const { seedImport, bringIn } = importer(owner);
  const seeded = await seedImport({ kind: "external", url: path.startsWith("http") ? path : sources.url(path) }, input);
  const { item, job } = await bringIn(seeded);
  return { item, job, external: parseExternal(item.external) };
}

describe("a manifest that is good is linked, and the item can be played", () => {
  test("HLS by a master playlist, with a poster of its first pictures", async () => {
    const { item, job, external } = await link("/ts/master.m3u8");
    expect(item).toMatchObject({ status: "ready", durationMs: 4000, sourceKey: null, errorCode: null });
    expect(external).toMatchObject({ format: "hls", isLive: false, durationMs: 4000, encryption: "none" });
    expect(external).toMatchObject({ url: sources.url("/ts/master.m3u8"), origins: [`http://${sources.host}`] });
    expect(external?.variants).toMatchObject([{ kind: "video", width: 640, height: 360 }]);
    expect(parseArtwork(item.artwork).current).toMatchObject({ from: "import" });
    expect(job).toMatchObject({ status: "done", warnings: [] });
  });

  test("DASH, with a poster", async () => {
    const { item, external } = await link("/dash/manifest.mpd");
    expect(item).toMatchObject({ status: "ready", errorCode: null });
    expect(external).toMatchObject({ format: "dash", isLive: false, encryption: "none" });
    expect(Math.abs((external?.durationMs ?? 0) - 4000)).toBeLessThan(100);
    expect(external?.variants.map(({ kind }) => kind)).toEqual(["video", "audio"]);
    expect(parseArtwork(item.artwork).current).toMatchObject({ from: "import" });
  });

  test("a live one says that it is live, and has no length", async () => {
    playlist("/live.m3u8", ...MEDIA);
    const { item, external } = await link("/live.m3u8");
    expect(item).toMatchObject({ status: "ready", durationMs: null });
    expect(external).toMatchObject({ isLive: true, durationMs: null });
  });

  test("a media playlist alone, encrypted, spread over folders", async () => {
    playlist("/keys.m3u8", '#EXT-X-KEY:METHOD=AES-128,URI="keys/1"', ...MEDIA, "#EXT-X-ENDLIST");
    const { item, external } = await link("/keys.m3u8");
    expect(item).toMatchObject({ status: "ready", durationMs: 7500 });
    expect(external).toMatchObject({ encryption: "aes-128", variants: [{ url: sources.url("/keys.m3u8") }] });
  });

  test("behind a redirect: the address after it counts, also for what it names", async () => {
    sources.on("/go", (_, outgoing) => outgoing.writeHead(302, { location: "/ts/master.m3u8" }).end());
    expect((await link("/go")).external?.url).toBe(sources.url("/ts/master.m3u8"));
  });
});

describe("everything inside is judged", () => {
  const PRIVATE = "http://169.254.169.254/x";
  const CASES: [string, string[]][] = [
    ["a segment", [...MEDIA, "#EXTINF:4,", PRIVATE, "#EXT-X-ENDLIST"]],
    ["a key", [`#EXT-X-KEY:METHOD=AES-128,URI="${PRIVATE}"`, ...MEDIA, "#EXT-X-ENDLIST"]],
    ["a head", [`#EXT-X-MAP:URI="${PRIVATE}"`, ...MEDIA, "#EXT-X-ENDLIST"]],
    ["a quality", ["#EXT-X-STREAM-INF:BANDWIDTH=1", PRIVATE]],
    [
      "a language",
      [
        `#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="x",URI="${PRIVATE}"`,
        '#EXT-X-STREAM-INF:BANDWIDTH=1,AUDIO="a"',
        "/ts/low.m3u8",
      ],
    ],
    ["a file of this machine", [...MEDIA, "#EXTINF:4,", "file:///etc/passwd", "#EXT-X-ENDLIST"]],
    ["an interstitial", ['#EXT-X-DATERANGE:ID="1",X-ASSET-URI="http://10.0.0.1/ad.m3u8"', ...MEDIA, "#EXT-X-ENDLIST"]],
  ];
  test.each(CASES)("HLS: %s", async (name, lines) => {
    const path = `/bad-${encodeURIComponent(name)}.m3u8`;
    playlist(path, ...lines);
    const { item } = await link(path);
    expect(item).toMatchObject({ status: "failed", errorCode: "url.refused", external: null });
  });

  const mpd = (inside: string, attributes = 'type="static" mediaPresentationDuration="PT4S"') =>
    `<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" xmlns:xlink="http://www.w3.org/1999/xlink" profiles="x" minBufferTime="PT2S" ${attributes}>${inside}</MPD>`;
  const period = (template: string, before = "") =>
    `${before}<Period><AdaptationSet mimeType="video/mp4">${template}<Representation id="1" bandwidth="1000" width="16" height="16"/></AdaptationSet></Period>`;
  const TEMPLATE = '<SegmentTemplate duration="2" media="s-$Number$.m4s" initialization="i.mp4"/>';
  const DASH_CASES: [string, string][] = [
    ["a base", mpd(period(TEMPLATE, "<BaseURL>http://192.168.0.1/</BaseURL>"))],
    [
      "a segment",
      mpd(period('<SegmentTemplate duration="2" media="http://[::1]/$Number$.m4s" initialization="i.mp4"/>')),
    ],
    [
      "a clock",
      mpd(
        `${period(TEMPLATE)}<UTCTiming schemeIdUri="urn:mpeg:dash:utc:http-iso:2014" value="http://10.0.0.1/time"/>`,
        'type="dynamic" availabilityStartTime="2020-01-01T00:00:00Z" timeShiftBufferDepth="PT30S"',
      ),
    ],
    ["a part elsewhere", mpd(`${period(TEMPLATE)}<Period xlink:href="http://127.0.0.1:1/p" duration="PT1S"/>`)],
  ];
  test.each(DASH_CASES)("DASH: %s", async (name, text) => {
    const path = `/bad-${encodeURIComponent(name)}.mpd`;
    sources.on(path, file(Buffer.from(text), DASH));
    const { item } = await link(path);
    expect(item).toMatchObject({ status: "failed", errorCode: "url.refused" });
  });

  test("a few lines that describe billions of segments end the thread that reads them, not the worker", {
    timeout: 120_000,
  }, async () => {
    const bomb = mpd(
      period('<SegmentTemplate timescale="1000" duration="1" media="$Number$" initialization="i"/>'),
      'type="static" mediaPresentationDuration="P9999D"',
    );
    sources.on("/bomb.mpd", file(Buffer.from(bomb), DASH));
    expect((await link("/bomb.mpd")).item).toMatchObject({ status: "failed", errorCode: "import.bad_manifest" });
  });
});

describe("what is no manifest says so", () => {
  test.each([
    ["nothing there", "/absent.m3u8", () => {}, "url.not_found"],
    [
      "a page",
      "/page",
      () => sources.on("/page", file(Buffer.from("<html>"), { "content-type": "text/html" })),
      "import.not_a_manifest",
    ],
    ["an empty playlist", "/e.m3u8", () => playlist("/e.m3u8", "#EXT-X-ENDLIST"), "import.empty_manifest"],
    [
      "a master without its playlists",
      "/m.m3u8",
      () => playlist("/m.m3u8", "#EXT-X-STREAM-INF:BANDWIDTH=1", "gone.m3u8"),
      "url.not_found",
    ],
    [
      "entities",
      "/x.mpd",
      () => sources.on("/x.mpd", file(Buffer.from('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><MPD/>'), DASH)),
      "import.bad_manifest",
    ],
    [
      "broken XML",
      "/y.mpd",
      () => sources.on("/y.mpd", file(Buffer.from("<MPD><Period>"), DASH)),
      "import.bad_manifest",
    ],
  ])("%s", async (_, path, prepare, errorCode) => {
    prepare();
    const { item, job } = await link(path);
    expect(item).toMatchObject({ status: "failed", errorCode });
    expect(job).toMatchObject({ status: "failed", errorCode });
  });
});
