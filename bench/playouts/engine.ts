import { execFile } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createServer, type Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { promisify } from "node:util";
import type { Server, Stage, StartOptions } from "../stage/stage";

const ENGINE = "eyevinn-channel-engine";
const VERSION = "3.0.5";
const SEGMENTS = 150;

/** The open engine, and an item for it to play. */
export interface Engine {
  /** Starts it with so many channels, all of which have begun to play. */
  start(stage: Stage, channels: number, options?: StartOptions): Promise<Server>;
  close(): void;
}

/** Path of a channel's media playlist on the engine. */
export const enginePath = (channel: number) => `/media/5000000/c${channel}`;

/**
 * Installs the engine by npm into a folder of its own below `.lineup`, once, without running install scripts: it is a
 * yardstick, not a part of the product. Serves it ten minutes of segments with addresses like ours.
 */
export async function prepareEngine(segmentFolder: string): Promise<Engine> {
  const folder = path.resolve(".lineup/bench-engine");
  await install(folder);
  const vod = await serveVod(segmentFolder);
  const { port } = vod.address() as AddressInfo;
  return {
    start: (stage, channels, options) => {
      const args = [folder, `http://127.0.0.1:${port}/master.m3u8`, String(channels)];
      return stage.startServer("bench/playouts/engine-server.mjs", args, options);
    },
    close: () => void vod.close(),
  };
}

async function install(folder: string): Promise<void> {
  const manifest = path.join(folder, "node_modules", ENGINE, "package.json");
  const present = await readFile(manifest, "utf8").then(
    (text) => JSON.parse(text).version,
    () => null,
  );
  if (present === VERSION) return;
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, "package.json"), '{"private":true}');
  const flags = ["--save-exact", "--ignore-scripts", "--no-audit", "--no-fund"];
  await promisify(execFile)("npm", ["install", ...flags, `${ENGINE}@${VERSION}`], { cwd: folder });
}

async function serveVod(segmentFolder: string): Promise<HttpServer> {
  const names = Array.from(
    { length: SEGMENTS },
    (_, index) => `${segmentFolder}/${String(index).padStart(5, "0")}.m4s`,
  );
  const media = [
    "#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:5\n#EXT-X-PLAYLIST-TYPE:VOD",
    ...names.map((name) => `#EXTINF:4.000000,\n${name}`),
    "#EXT-X-ENDLIST\n",
  ].join("\n");
  const variant = '#EXT-X-STREAM-INF:BANDWIDTH=5000000,RESOLUTION=1920x1080,CODECS="avc1.640028,mp4a.40.2"';
  const master = `#EXTM3U\n${variant}\n1080p.m3u8\n`;
  const server = createServer((incoming, outgoing) => {
    outgoing.setHeader("Content-Type", "application/vnd.apple.mpegurl");
    outgoing.end(incoming.url?.startsWith("/master") ? master : media);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}
