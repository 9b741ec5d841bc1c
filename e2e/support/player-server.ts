import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";

const PAGES = path.resolve("e2e/players");
const PACKAGES = path.resolve("node_modules");
const FILES: Record<string, [string, string]> = {
  "/hls": [`${PAGES}/hls.html`, "text/html"],
  "/shaka": [`${PAGES}/shaka.html`, "text/html"],
  "/video": [`${PAGES}/video.html`, "text/html"],
  "/watch.js": [`${PAGES}/watch.js`, "text/javascript"],
  "/hls.js": [`${PACKAGES}/hls.js/dist/hls.min.js`, "text/javascript"],
  "/shaka.js": [`${PACKAGES}/shaka-player/dist/shaka-player.compiled.js`, "text/javascript"],
  "/video.js": [`${PACKAGES}/video.js/dist/video.min.js`, "text/javascript"],
  "/video.css": [`${PACKAGES}/video.js/dist/video-js.min.css`, "text/css"],
};

export interface PlayerServer {
  origin: string;
  close(): Promise<void>;
}

/**
 * A web site of its own with the players' pages, and beside them the channel's master playlist with nothing but its
 * smallest variant: four players decode in software here, and what they judge is the same in every variant.
 */
export async function servePlayers(masterUrl: string): Promise<PlayerServer> {
  const server = createServer(async (incoming, outgoing) => {
    const name = new URL(incoming.url ?? "/", "http://players").pathname;
    if (name === "/master.m3u8" || name === "/uncaptioned.m3u8") {
      const reply = await fetch(masterUrl);
      const master = reply.ok ? smallest(await reply.text(), masterUrl) : "";
      const body = name === "/master.m3u8" ? master : withoutCaptions(master);
      outgoing.writeHead(reply.status, { "content-type": "application/vnd.apple.mpegurl" }).end(body);
      return;
    }
    const file = FILES[name];
    if (!file) return void outgoing.writeHead(404).end();
    outgoing.writeHead(200, { "content-type": file[1] }).end(await readFile(file[0]));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * For GStreamer 1.22, which after some discontinuities reads no further in a rendition of captions, finds it a minute
 * later outside of the window, and then drops pictures and sound as well.
 */
function withoutCaptions(master: string): string {
  const kept = master.split("\n").filter((line) => !line.includes("TYPE=SUBTITLES"));
  return kept.join("\n").replace(',SUBTITLES="captions"', "");
}

/** The master playlist with only its smallest variant, and absolute addresses. */
function smallest(master: string, masterUrl: string): string {
  const absolute = (address: string) => new URL(address, masterUrl).href;
  const lines = master.trimEnd().split("\n");
  const kept = lines.flatMap((line, index) => {
    if (line.startsWith("#EXT-X-STREAM-INF")) return lines[index + 1] === "360p.m3u8" ? [line] : [];
    if (line.startsWith("#")) return [line.replace(/URI="([^"]+)"/, (_, address) => `URI="${absolute(address)}"`)];
    return line === "360p.m3u8" ? [absolute(line)] : [];
  });
  return `${kept.join("\n")}\n`;
}
