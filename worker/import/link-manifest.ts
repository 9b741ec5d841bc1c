import { parseArtwork } from "@/core/content/artwork";
import type { ExternalSource, ExternalVariant } from "@/core/content/external";
import { classifySource } from "@/core/import/classify-source";
import { ImportFailure } from "@/core/import/import-failure";
import { type Encryption, type HlsMaster, type HlsMedia, readHls } from "@/core/import/read-hls";
import { finishLink } from "@/server/import/finish-import";
import type { ImportRun } from "@/server/import/mark-import-running";
import { type FetchedBytes, fetchBytes } from "@/server/outbound/fetch-bytes";
import { judgeOrigins } from "@/server/outbound/judge-origins";
import { fitLinked } from "@/server/playout/link-encoding";
import { type FirstBytes, posterOfFirstSegment } from "./first-picture";
import { whyLinkedUnfit } from "./probe-linked";
import { readDash } from "./read-dash";
import type { ImportPlace } from "./store-download";

/** Of one manifest; a day of short segments has a megabyte. */
const MAX_MANIFEST_BYTES = 8 * 1024 ** 2;
/** Playlists of one master that are looked at: more qualities and languages than any service offers. */
const MAX_PLAYLISTS = 60;

interface Found {
  source: ExternalSource;
  first: FirstBytes | null;
}

/**
 * Checks a manifest with everything that it names, and links it: nothing of it is copied but a picture.
 * @returns false when the job no longer belongs to the run
 * @throws ImportFailure, FetchFailure, url.refused
 */
export async function linkManifest(run: ImportRun, place: ImportPlace, url: string): Promise<boolean> {
  place.onProgress({ step: "checking", receivedBytes: null, totalBytes: null, bytesPerSecond: null });
  const fetched = await fetchManifest(url, place.signal);
  const { source, first } = await check(fetched, place.signal);
  const hasPoster = run.input.posterUrl !== null || parseArtwork(run.item.artwork).current !== null;
  if (first && source.encryption === "none" && !hasPoster) {
    await posterOfFirstSegment(run.contentItemId, first, place.signal);
  }
  const fitted = await fitLinked(source, place.signal);
  const reason = typeof fitted === "string" ? fitted : await whyLinkedUnfit(fitted, place.signal);
  return finishLink(run, source, reason ?? fitted);
}

async function fetchManifest(url: string, signal: AbortSignal): Promise<FetchedBytes> {
  return fetchBytes(url, { signal, maxBytes: MAX_MANIFEST_BYTES });
}

async function check(fetched: FetchedBytes, signal: AbortSignal): Promise<Found> {
  const { bytes, contentType } = fetched;
  if (classifySource(contentType, bytes) !== "manifest") throw new ImportFailure("import.not_a_manifest");
  const text = bytes.toString("utf8");
  return text
    .trimStart()
    .replace(/^\ufeff/, "")
    .startsWith("#EXTM3U")
    ? checkHls(readHls(text, fetched.url.href), fetched.url.href, signal)
    : checkDash(text, fetched.url.href, signal);
}

async function checkDash(text: string, url: string, signal: AbortSignal): Promise<Found> {
  const manifest = await readDash(text, url, signal);
  const { isLive, variants, first, isProtected } = manifest;
  const durationMs = isLive ? null : manifest.durationMs;
  const origins = await judgeOrigins([url, ...manifest.urls]);
  const encryption = isProtected ? "drm" : "none";
  return { first, source: sourceOf({ format: "dash", url, isLive, durationMs, variants, encryption, origins }) };
}

async function checkHls(playlist: HlsMaster | HlsMedia, url: string, signal: AbortSignal): Promise<Found> {
  if (playlist.kind === "media") return foundHls(url, [lonelyVariant(url)], [playlist], playlist.urls);
  if (playlist.variants.length > MAX_PLAYLISTS) throw new ImportFailure("import.bad_manifest");
  await judgeOrigins(playlist.urls);
  const medias: HlsMedia[] = [];
  const moved: string[] = [];
  for (const variant of playlist.variants) {
    const fetched = await fetchManifest(variant.url!, signal);
    const media = readHls(fetched.bytes.toString("utf8"), fetched.url.href);
    if (media.kind !== "media") throw new ImportFailure("import.bad_manifest");
    medias.push(media);
    moved.push(fetched.url.href);
  }
  const found = await foundHls(url, playlist.variants, medias, [...playlist.urls, ...moved]);
  return { ...found, source: { ...found.source, encryption: worst(playlist.encryption, found.source.encryption) } };
}

async function foundHls(url: string, variants: ExternalVariant[], medias: HlsMedia[], urls: string[]): Promise<Found> {
  const best = variants.reduce(
    (at, variant, index) => ((variant.height ?? 0) > (variants[at]?.height ?? 0) ? index : at),
    0,
  );
  const main = medias[best]!;
  const origins = await judgeOrigins([url, ...urls, ...medias.flatMap((media) => media.urls)]);
  const encryption = medias.map((media) => media.encryption).reduce(worst, "none");
  const { isLive, durationMs, first } = main;
  return { first, source: sourceOf({ format: "hls", url, isLive, durationMs, variants, encryption, origins }) };
}

/** A media playlist without a master is a quality by itself, about which nothing is said. */
function lonelyVariant(url: string): ExternalVariant {
  const nothing = { width: null, height: null, frameRate: null, bandwidth: null, codecs: null, language: null };
  return { kind: "video", ...nothing, url };
}

function sourceOf(fields: Omit<ExternalSource, "checkedAt">): ExternalSource {
  return { ...fields, checkedAt: new Date().toISOString() };
}

function worst(a: Encryption, b: Encryption): Encryption {
  const order: readonly Encryption[] = ["none", "aes-128", "drm"];
  return order.indexOf(a) > order.indexOf(b) ? a : b;
}
