import { type Manifest, Parser, type Segment } from "m3u8-parser";
import type { ExternalVariant } from "../content/external";
import { ImportFailure } from "./import-failure";

/** Bytes that a manifest points at; the range is `first-last`, both included, or null for the whole file. */
export interface ByteSource {
  url: string;
  range: string | null;
}

export type Encryption = "none" | "aes-128" | "drm";

export interface HlsMaster {
  kind: "master";
  variants: ExternalVariant[];
  /** Every address that a player may ask for. */
  urls: string[];
  encryption: Encryption;
}

export interface HlsMedia {
  kind: "media";
  isLive: boolean;
  durationMs: number | null;
  urls: string[];
  encryption: Encryption;
  /** What a decoder needs for the first picture. */
  first: { init: ByteSource | null; segment: ByteSource } | null;
}

/** Segments that a VOD playlist may list: two weeks of four seconds each. */
const MAX_SEGMENTS = 300_000;

/**
 * Reads an HLS playlist (RFC 8216) with the parser of video.js.
 * @throws ImportFailure when it is none, or lists nothing; url.refused is the caller's to find in `urls`
 */
export function readHls(text: string, url: string): HlsMaster | HlsMedia {
  if (
    !text
      .trimStart()
      .replace(/^\ufeff/, "")
      .startsWith("#EXTM3U")
  )
    throw new ImportFailure("import.not_a_manifest");
  const parser = new Parser({ uri: url });
  parser.push(text);
  parser.end();
  const { manifest } = parser;
  const resolve = resolver(url, manifest.definitions);
  return manifest.playlists?.length ? readMaster(manifest, text, resolve) : readMedia(manifest, text, resolve);
}

type Resolve = (uri: string) => string;

function readMaster(manifest: Manifest, text: string, resolve: Resolve): HlsMaster {
  const pictures = (manifest.playlists ?? []).map(({ uri, attributes }): ExternalVariant => {
    const { RESOLUTION: size, BANDWIDTH, CODECS } = attributes;
    const frameRate = attributes["FRAME-RATE"];
    return {
      kind: size || !CODECS || /avc|hvc|hev|av01|vp0?9|dvh/.test(CODECS) ? "video" : "audio",
      width: size?.width || null,
      height: size?.height || null,
      frameRate: frameRate && Number.isFinite(frameRate) ? frameRate : null,
      bandwidth: BANDWIDTH && Number.isFinite(BANDWIDTH) ? Math.round(BANDWIDTH) : null,
      codecs: CODECS ?? null,
      language: null,
      url: resolve(uri),
    };
  });
  const sounds = Object.values(manifest.mediaGroups?.AUDIO ?? {})
    .flatMap((group) => Object.values(group))
    .flatMap(({ uri, language }): ExternalVariant[] => (uri ? [audio(resolve(uri), language)] : []));
  const variants = [...pictures, ...once(sounds)];
  return {
    kind: "master",
    variants,
    urls: allUris(text)
      .map(resolve)
      .concat(variants.flatMap(({ url }) => url ?? [])),
    encryption: encryptionOf(text),
  };
}

function readMedia(manifest: Manifest, text: string, resolve: Resolve): HlsMedia {
  const { segments } = manifest;
  if (segments.length === 0) throw new ImportFailure("import.empty_manifest");
  if (segments.length > MAX_SEGMENTS) throw new ImportFailure("import.bad_manifest", "The manifest is too long.");
  const isLive = !manifest.endList;
  const seconds = segments.reduce((sum, { duration }) => sum + (Number.isFinite(duration) ? duration : 0), 0);
  const [first] = segments;
  return {
    kind: "media",
    isLive,
    durationMs: isLive ? null : Math.round(seconds * 1000),
    urls: [...segments.map(({ uri }) => resolve(uri)), ...allUris(text).map(resolve)],
    encryption: encryptionOf(text),
    first: first ? { init: first.map ? bytesOf(first.map, resolve) : null, segment: bytesOf(first, resolve) } : null,
  };
}

function bytesOf({ uri, byterange }: Pick<Segment, "uri" | "byterange">, resolve: Resolve): ByteSource {
  const range = byterange ? `${byterange.offset}-${byterange.offset + byterange.length - 1}` : null;
  return { url: resolve(uri), range };
}

/** Addresses in attributes: keys, maps, renditions, session data, parts. */
function allUris(text: string): string[] {
  return [...text.matchAll(/^#EXT[^\n]*?[:,](?:X-ASSET-(?:URI|LIST)|URI|SERVER-URI)="([^"\n]+)"/gm)].map(
    ([, uri]) => uri!,
  );
}

function encryptionOf(text: string): Encryption {
  const methods = [...text.matchAll(/^#EXT-X-(?:SESSION-)?KEY:(?:.*,)?METHOD=([A-Z0-9-]+)/gm)].map(
    ([, method]) => method,
  );
  if (methods.some((method) => method !== "NONE" && method !== "AES-128")) return "drm";
  return methods.includes("AES-128") ? "aes-128" : "none";
}

function audio(url: string, language: string | undefined): ExternalVariant {
  const nothing = { width: null, height: null, frameRate: null, bandwidth: null, codecs: null };
  return { kind: "audio", ...nothing, language: language ?? null, url };
}

function once(variants: ExternalVariant[]): ExternalVariant[] {
  return [...new Map(variants.map((variant) => [variant.url, variant])).values()];
}

function resolver(base: string, definitions: object = {}): Resolve {
  return (uri) => {
    const defined = uri.replace(
      /\{\$([\w-]+)\}/g,
      (whole, name) => (definitions as Record<string, string>)[name] ?? whole,
    );
    if (!URL.canParse(defined, base))
      throw new ImportFailure(
        "import.bad_manifest",
        `The manifest holds an address that cannot be read: ${defined.slice(0, 200)}`,
      );
    return new URL(defined, base).href;
  };
}
