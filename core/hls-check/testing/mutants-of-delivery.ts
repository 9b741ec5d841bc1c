import { readInit } from "../segment-head";
import { rewritten } from "./edit-playlist";
import { fakeInit } from "./fake-files";
import { inText, LATER, MAIN, type Mutant, mutant, ONE } from "./mutants";

const SEGMENTS = /\/1080p\/\d+\.m4s$/;
const INITS = /\/1080p\/init\.mp4$/;
const CAPTIONS = /\/v1\/captions\/.*\/\d+\.vtt$/;

function withHeaders(names: RegExp, headers: Record<string, string | undefined>): Mutant["reply"] {
  return (reply) => {
    if (!names.test(reply.url)) return reply;
    const all = Object.entries({ ...reply.headers, ...headers }).filter(([, value]) => value !== undefined);
    return { ...reply, headers: Object.fromEntries(all) as Record<string, string> };
  };
}

const gone =
  (names: RegExp): Mutant["reply"] =>
  (reply) =>
    names.test(reply.url) ? { ...reply, status: 404, headers: {}, body: new Uint8Array() } : reply;

const withBody =
  (names: RegExp, body: (old: Uint8Array) => Uint8Array): Mutant["reply"] =>
  (reply) =>
    names.test(reply.url) ? { ...reply, body: body(reply.body) } : reply;

/** Makes the decode time of a segment another one (`tfdt`, ISO/IEC 14496-12 §8.8.12). */
function laterByTicks(old: Uint8Array): Uint8Array {
  const bytes = Uint8Array.from(old);
  const at = String.fromCharCode(...bytes).indexOf("tfdt") + 12;
  const view = new DataView(bytes.buffer);
  view.setUint32(at, view.getUint32(at) + 1_000_000);
  return bytes;
}

const inCues =
  (change: (text: string) => string): Mutant["reply"] =>
  (reply) =>
    CAPTIONS.test(reply.url) ? rewritten(reply, change) : reply;

/** Faults in what the master playlist promises. */
export const MUTANTS_OF_MASTER: Mutant[] = [
  mutant(
    "no-variant",
    "renditions and no variant",
    inText(MAIN, (text) => text.replace(/^#EXT-X-STREAM-INF.*\n.*\n/gm, "")),
  ),
  mutant(
    "no-bandwidth",
    "no BANDWIDTH",
    inText(MAIN, (text) => text.replace(/INF:BANDWIDTH=\d+,/, "INF:")),
  ),
  mutant(
    "attribute-missing",
    "a rendition without a name",
    inText(MAIN, (text) => text.replace(/NAME="[^"]*",/, "")),
  ),
  mutant(
    "attribute-advised",
    "no CODECS",
    inText(MAIN, (text) => text.replace(/CODECS="[^"]*",/, "")),
  ),
  mutant(
    "attribute-advised",
    "no FRAME-RATE",
    inText(MAIN, (text) => text.replace(/FRAME-RATE=[\d.]+,/, "")),
  ),
  mutant(
    "group-missing",
    "an audio group that is not there",
    inText(MAIN, (text) => text.replace(/,AUDIO="[^"]*"/, ',AUDIO="surround"')),
  ),
  mutant(
    "names-repeat",
    "two audio renditions of one name",
    inText(MAIN, (text) => text.replace(/^(#EXT-X-MEDIA:TYPE=AUDIO.*\n)/m, "$1$1")),
  ),
  mutant(
    "two-defaults",
    "two default renditions",
    inText(MAIN, (text) =>
      text.replace(/^(#EXT-X-MEDIA:TYPE=AUDIO.*\n)/m, (line) => line + line.replace(/NAME="[^"]*"/, 'NAME="Other"')),
    ),
  ),
  mutant(
    "master-changed",
    "a variant that disappears",
    inText(MAIN, (text, nowMs) => (nowMs > LATER ? text.replace(/^#EXT-X-STREAM-INF.*\n360p.*\n/m, "") : text)),
  ),
  mutant(
    "bandwidth-exceeded",
    "segments of 20 Mbit/s",
    withHeaders(SEGMENTS, { "content-range": "bytes 0-99/10000000" }),
  ),
  mutant(
    "codecs-not-covered",
    "level 5.1 behind level 4",
    withBody(INITS, (old) => fakeInit(readInit(old)?.timescale ?? 1, [0x64, 0, 0x33])),
  ),
];

/** Faults in how things are delivered. */
export const MUTANTS_OF_DELIVERY: Mutant[] = [
  mutant("playlist-type-unknown", "a playlist as plain text", withHeaders(ONE, { "content-type": "text/plain" })),
  mutant(
    "playlist-cached-long",
    "a playlist for a minute",
    withHeaders(ONE, { "cache-control": "public, max-age=60" }),
  ),
  mutant("playlist-cached-long", "no word about caching", withHeaders(ONE, { "cache-control": undefined })),
  mutant("playlist-uncompressed", "no gzip", withHeaders(ONE, { "content-encoding": undefined })),
  mutant("no-etag", "no ETag", withHeaders(ONE, { etag: undefined })),
  mutant("no-cors", "no CORS header", withHeaders(ONE, { "access-control-allow-origin": undefined })),
  mutant("segment-unavailable", "a file that is not stored", gone(/\/1080p\/00002\.m4s$/)),
  mutant("init-unavailable", "no init segment", gone(INITS)),
  mutant(
    "segment-content-type",
    "segments as bytes",
    withHeaders(SEGMENTS, { "content-type": "application/octet-stream" }),
  ),
  mutant(
    "segment-cached-short",
    "segments for five minutes",
    withHeaders(SEGMENTS, { "cache-control": "public, max-age=300" }),
  ),
];

/** Faults in what the files hold. */
export const MUTANTS_OF_FILES: Mutant[] = [
  mutant(
    "init-unreadable",
    "a page instead of an init segment",
    withBody(INITS, () => new TextEncoder().encode("<html></html>")),
  ),
  mutant(
    "segment-unreadable",
    "a page instead of a segment",
    withBody(SEGMENTS, () => new TextEncoder().encode("<html></html>")),
  ),
  mutant(
    "extinf-wrong",
    "EXTINF of the wrong track",
    inText(ONE, (text) => text.replace(/#EXTINF:4\.0+,/g, "#EXTINF:4.200000,")),
  ),
  mutant("timestamps-jump", "one segment with other time stamps", withBody(/\/1080p\/00003\.m4s$/, laterByTicks)),
  mutant(
    "captions-header",
    "captions as SRT",
    inCues((text) => text.replace("WEBVTT\n", "1\n")),
  ),
  mutant(
    "captions-unmapped",
    "cues without X-TIMESTAMP-MAP",
    inCues((text) => text.replace(/X-TIMESTAMP-MAP.*\n/, "")),
  ),
  mutant(
    "cue-malformed",
    "a comma in the times",
    inCues((text) => text.replace(/\.(\d{3} -->)/, ",$1")),
  ),
  mutant(
    "cue-malformed",
    "a cue that ends before it begins",
    inCues((text) => text.replace(/([\d:.]+) --> ([\d:.]+)/, "$2 --> $1")),
  ),
  mutant(
    "cue-elsewhere",
    "cues an hour later",
    inCues((text) => text.replace("MPEGTS:0", "MPEGTS:324000000")),
  ),
];
