import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import type { ContentItem } from "@/generated/prisma/client";
import { seedCreator } from "@/prisma/seed/builders";
import { useOwnServices } from "@/scripts/testing/own-services";
import { db } from "@/server/db";
import { recordImports, type WantedImport } from "@/server/import/record-imports";
import { storage } from "@/server/storage/create-storage";
import { sourcePrefix } from "@/server/storage/keys";
import { ffmpeg, mediaFolder, picture, QUICK, tone } from "../testing/media";
import { file, type SourceServer, sendFile, startSourceServer } from "../testing/source-server";

const VIDEO = { "content-type": "video/mp4", etag: '"v1"' };
const PAGE = { "content-type": "text/html" };
let sources: SourceServer;
let owner: Actor;
let remove: () => Promise<void>;
let removeServices: () => Promise<void>;
let clip: Buffer;
let worker: ChildProcess;
let dead: string;

beforeAll(async () => {
  removeServices = await useOwnServices();
  const media = await mediaFolder();
  remove = media.remove;
  sources = await startSourceServer();
  const gone = await startSourceServer();
  dead = gone.host;
  await gone.stop();
  const settings = {
    IMPORT_ALLOW_HOSTS: `${sources.host},${dead}`,
    IMPORT_IDLE_SECONDS: "20",
    IMPORT_CONCURRENCY: "8",
  };
  Object.assign(process.env, settings);
  owner = await seedCreator();
  await mkdir(`${media.folder}/hls`);
  const input = [...picture(2, 25, "192x108"), ...tone(2), ...QUICK, "-g", "25"];
  await ffmpeg(...input, `${media.folder}/clip.mp4`);
  await ffmpeg(...input, "-f", "hls", "-hls_time", "1", "-hls_playlist_type", "vod", `${media.folder}/hls/v.m3u8`);
  await ffmpeg(...input, "-f", "dash", "-seg_duration", "1", `${media.folder}/hls/v.mpd`);
  for (const name of await readdir(`${media.folder}/hls`))
    sources.on(`/hls/${name}`, file(await readFile(path.join(media.folder, "hls", name)), {}));
  clip = await readFile(`${media.folder}/clip.mp4`);
  answers();
}, 120_000);
afterAll(async () => {
  await ended();
  await sources.stop();
  await removeServices();
  await remove();
});

function answers() {
  sources.on("/good.mp4", file(clip, VIDEO));
  sources.on("/redirected.mp4", (_, out) => out.writeHead(301, { location: "/good.mp4" }).end());
  // A few seconds for each: enough for two workers to be killed in the middle of them.
  sources.on("/slow.mp4", (_, out) => {
    out.writeHead(200, { ...VIDEO, "content-length": clip.length });
    let at = 0;
    const timer = setInterval(() => {
      out.write(clip.subarray(at, at + clip.length / 20 + 1));
      at += Math.floor(clip.length / 20) + 1;
      if (at >= clip.length) out.end();
    }, 200);
    out.on("close", () => clearInterval(timer));
  });
  sources.on("/breaks.mp4", (incoming, out) => sendFile(incoming, out, clip, VIDEO, clip.length / 3));
  sources.on("/sometimes.mp4", (incoming, out, nth) =>
    nth % 2 === 1 ? out.writeHead(500).end() : sendFile(incoming, out, clip, VIDEO),
  );
  sources.on("/later.mp4", (incoming, out, nth) =>
    nth % 2 === 1 ? out.writeHead(429, { "retry-after": "1" }).end() : sendFile(incoming, out, clip, VIDEO),
  );
  sources.on("/huge.mp4", (_, out) =>
    out.writeHead(200, { ...VIDEO, "content-length": 90 * 1024 ** 3 }).write("x".repeat(2000)),
  );
  sources.on("/round", (_, out) => out.writeHead(302, { location: "/round" }).end());
  sources.on("/inside", (_, out) => out.writeHead(302, { location: "http://192.168.0.1/a.mp4" }).end());
  sources.on("/locked.mp4", (_, out) => out.writeHead(403).end());
  sources.on("/noise.mp4", file(Buffer.alloc(50_000, 7), VIDEO));
  sources.on("/cut.mp4", file(clip.subarray(0, clip.length / 4), VIDEO));
  sources.on("/empty.mp4", file(Buffer.alloc(0), VIDEO));
  sources.on("/picture.png", file(Buffer.from("89504e470d0a1a0a00", "hex"), { "content-type": "image/png" }));
  sources.on("/paper.pdf", file(Buffer.from("%PDF-1.4"), { "content-type": "application/pdf" }));
  sources.on("/data.json", file(Buffer.from("{}"), { "content-type": "application/json" }));
  sources.on("/watch", file(Buffer.from('<!doctype html><title>A walk</title><video src="/good.mp4"></video>'), PAGE));
  sources.on("/blog", file(Buffer.from("<!doctype html><title>Words</title>"), PAGE));
  sources.on(
    "/bad.m3u8",
    file(Buffer.from("#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nhttp://10.0.0.1/a.ts\n"), {}),
  );
  sources.on("/live.m3u8", file(Buffer.from("#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n/hls/v0.ts\n"), {}));
}

interface Expected {
  source: WantedImport["source"];
  /** Null: ready in the end. Otherwise words of the reason. */
  reason: RegExp | null;
}

const from = (path: string) => ({ kind: "url", url: path.startsWith("http") ? path : sources.url(path) }) as const;
const linked = (path: string) => ({ kind: "external", url: sources.url(path) }) as const;
const times = (count: number, expected: Expected) => Array.from({ length: count }, () => expected);

/** Fifty assets of every kind. */
function batch(): Expected[] {
  return [
    ...times(6, { source: from("/good.mp4"), reason: null }),
    ...times(2, { source: from("/redirected.mp4"), reason: null }),
    ...times(4, { source: from("/slow.mp4"), reason: null }),
    ...times(2, { source: from("/breaks.mp4"), reason: null }),
    ...times(2, { source: from("/sometimes.mp4"), reason: null }),
    ...times(2, { source: from("/later.mp4"), reason: null }),
    ...times(1, { source: from("/watch"), reason: null }),
    ...times(3, { source: linked("/hls/v.m3u8"), reason: null }),
    ...times(2, { source: linked("/hls/v.mpd"), reason: null }),
    ...times(1, { source: linked("/live.m3u8"), reason: null }),
    ...times(4, { source: from("/absent.mp4"), reason: /nothing at this address/ }),
    ...times(2, { source: from("/huge.mp4"), reason: /90 GiB/ }),
    ...times(2, { source: from("/inside"), reason: /a private network/ }),
    ...times(1, { source: from(`http://${dead}/a.mp4`), reason: /cannot be reached/ }),
    ...times(1, { source: from("/round"), reason: /circle of redirects/ }),
    ...times(1, { source: from("/locked.mp4"), reason: /does not let us/ }),
    ...times(2, { source: from("/noise.mp4"), reason: /not a video/ }),
    ...times(1, { source: from("/cut.mp4"), reason: /incomplete|damaged|cut|breaks|ends/i }),
    ...times(1, { source: from("/empty.mp4"), reason: /empty file/ }),
    ...times(2, { source: from("/picture.png"), reason: /a picture/ }),
    ...times(2, { source: from("/paper.pdf"), reason: /a PDF document/ }),
    ...times(1, { source: from("/data.json"), reason: /text/ }),
    ...times(1, { source: from("/blog"), reason: /No video could be found/ }),
    ...times(2, { source: linked("/bad.m3u8"), reason: /a private network/ }),
    ...times(1, { source: linked("/good.mp4"), reason: /not lead to an HLS or DASH manifest/ }),
    ...times(1, { source: linked("/absent.m3u8"), reason: /nothing at this address/ }),
  ];
}

function startWorker(): void {
  worker = spawn(process.execPath, ["--import", "tsx", "worker/main.ts"], {
    env: { ...process.env, LOG_LEVEL: "silent" },
    stdio: "inherit",
  });
}

async function ended(): Promise<void> {
  if (!worker || worker.exitCode !== null || worker.signalCode !== null) return;
  const exit = new Promise((resolve) => worker.once("exit", resolve));
  worker.kill("SIGKILL");
  await exit;
}

async function until<T>(what: string, seconds: number, look: () => Promise<T | null | undefined | false>): Promise<T> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await sleep(200)) {
    const found = await look();
    if (found) return found;
  }
  throw new Error(`${what} did not happen within ${seconds} s`);
}

/** As soon as so many imports run at once, or so many have ended. */
const underWay = async (batchOwner: Actor, ended: number) => {
  const rows = await db.job.groupBy({ by: ["status"], where: { ownerId: batchOwner.userId }, _count: true });
  const count = (...statuses: string[]) =>
    rows.filter(({ status }) => statuses.includes(status)).reduce((sum, row) => sum + row._count, 0);
  return count("done", "failed") >= ended && count("running") > 0;
};

test("fifty assets of every kind end ready or failed with a reason, although the worker is killed twice", {
  timeout: 900_000,
}, async () => {
  const expected = batch();
  expect(expected).toHaveLength(50);
  const about = {
    type: "movie",
    description: "",
    genres: [],
    tags: [],
    productionYear: null,
    contentGroups: [],
  } as const;
  const wishes = expected.map(({ source }) => ({ ...about, genres: [], tags: [], contentGroups: [], source }));
  const outcomes = await recordImports(owner.userId, wishes);
  expect(outcomes.filter(({ status }) => status === "failed")).toEqual([]);
  const ids = outcomes.map((outcome) => (outcome.status === "accepted" ? outcome.contentItemId : ""));

  startWorker();
  await until("the first imports", 120, () => underWay(owner, 1));
  await ended();
  startWorker();
  await until("more imports", 240, () => underWay(owner, 15));
  await ended();
  startWorker();

  const items = await until("the end of all", 600, async () => {
    const rows = await db.contentItem.findMany({ where: { id: { in: ids } } });
    return rows.every(({ status }) => status === "ready" || status === "failed") && rows;
  });
  const byId = new Map(items.map((item) => [item.id, item]));
  for (const [index, { source, reason }] of expected.entries()) {
    expectOutcome(byId.get(ids[index]!)!, source.url, reason);
  }
  for (const item of items) {
    const keys: string[] = [];
    for await (const { key } of storage().list(sourcePrefix(item.id))) keys.push(key);
    expect(keys, item.sourceUrl ?? "").toEqual(item.sourceKey ? [item.sourceKey] : []);
  }
  const jobs = await db.job.findMany({ where: { ownerId: owner.userId }, select: { status: true, attempt: true } });
  expect(jobs.every(({ status }) => status === "done" || status === "failed")).toBe(true);
  expect(jobs.some(({ attempt }) => attempt > 1)).toBe(true);
});

function expectOutcome(item: ContentItem, url: string, reason: RegExp | null): void {
  if (reason === null) {
    expect(item, url).toMatchObject({ status: "ready", errorMessage: null });
    return;
  }
  expect(item, url).toMatchObject({ status: "failed", errorMessage: expect.stringMatching(reason) });
  expect(item.errorMessage, url).toMatch(/^[A-Z].*[.]$/);
}
