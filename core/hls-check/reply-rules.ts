import type { Report } from "./finding";

/** An answer to a request, and when it was asked and given. */
export interface Reply {
  url: string;
  sentAtMs: number;
  receivedAtMs: number;
  /** HTTP status; 0 when there was no answer, and then `failure` says why. */
  status: number;
  failure: string | null;
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>;
  /** False in a web page that asks another site: it sees only some of the headers. */
  allHeaders: boolean;
  body: Uint8Array;
}

const PLAYLIST_TYPES = ["application/vnd.apple.mpegurl", "audio/mpegurl"];
const YEAR_SECONDS = 31_536_000;
/** Below this compression saves nothing. */
const WORTH_COMPRESSING = 1_000;
/** Types of segments by the ending of their file. */
const SEGMENT_TYPES: [RegExp, RegExp][] = [
  [/\.(m4s|mp4|m4v|m4a|cmf[va])$/, /^(video|audio|application)\/(mp4|iso\.segment)$/],
  [/\.ts$/, /^video\/mp2t$/],
  [/\.aac$/, /^audio\/(aac|aacp|x-aac)$/],
  [/\.(vtt|webvtt)$/, /^text\/vtt$/],
];

const mediaType = (reply: Reply) => (reply.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";

/** How long caches may keep an answer, in seconds; null when it does not say. */
function lifetime(reply: Reply): number | null {
  const control = reply.headers["cache-control"] ?? "";
  if (/no-store|no-cache/.test(control)) return 0;
  const ages = [...control.matchAll(/(?:s-maxage|max-age)=(\d+)/g)].map((match) => Number(match[1]));
  return ages.length > 0 ? Math.max(...ages) : null;
}

/** How a playlist is delivered. `targetDuration` is null for a master playlist, which may be cached for longer. */
export function checkPlaylistReply(reply: Reply, targetDuration: number | null, report: Report): void {
  const { headers } = reply;
  const byName = /\.m3u8?$/.test(new URL(reply.url).pathname);
  const type = mediaType(reply);
  if (!PLAYLIST_TYPES.includes(type) && !(byName && type === ""))
    report("playlist-type-unknown", type === "" ? "there is none" : type);
  const seconds = lifetime(reply);
  if (targetDuration !== null && (seconds === null || seconds > targetDuration / 2))
    report(
      "playlist-cached-long",
      seconds === null ? "Cache-Control does not say" : `Cache-Control allows ${seconds} s`,
    );
  if (!reply.allHeaders) return;
  if (!headers["content-encoding"] && reply.body.byteLength >= WORTH_COMPRESSING)
    report("playlist-uncompressed", `${reply.body.byteLength} bytes`);
  if (!headers.etag && !headers["last-modified"]) report("no-etag", "neither ETag nor Last-Modified");
  if (!headers["access-control-allow-origin"]) report("no-cors", "no Access-Control-Allow-Origin");
}

/** How a segment or init segment is delivered. */
export function checkSegmentReply(reply: Reply, report: Report): void {
  const { pathname } = new URL(reply.url);
  const type = mediaType(reply);
  const expected = SEGMENT_TYPES.find(([ending]) => ending.test(pathname))?.[1];
  if (expected && !expected.test(type)) report("segment-content-type", `${pathname}: ${type || "there is none"}`);
  const seconds = lifetime(reply);
  if (seconds === null || seconds < YEAR_SECONDS)
    report("segment-cached-short", `${pathname}: ${seconds === null ? "Cache-Control does not say" : `${seconds} s`}`);
}

/** Why there is nothing to look at, as evidence. */
export function whyNot(reply: Reply): string {
  return `${reply.url}: ${reply.failure ?? `answered ${reply.status}`}`;
}

/** Size of the whole file, also when only its beginning was asked for; null when it is not known. */
export function wholeBytes(reply: Reply): number | null {
  const range = /\/(\d+)$/.exec(reply.headers["content-range"] ?? "");
  if (reply.status === 206) return range ? Number(range[1]) : null;
  return reply.body.byteLength;
}
