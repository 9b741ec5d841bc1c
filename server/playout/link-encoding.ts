import { v7 as uuidv7 } from "uuid";
import type { ExternalSource } from "@/core/content/external";
import { type FittedExternal, fitExternal, rungOf } from "@/core/playout/fit-external";
import { NotLinear, type ReadTrack, readExternalTrack } from "@/core/playout/read-external-track";
import { RUNGS } from "@/core/playout/segment-table";
import { trackSeconds } from "@/core/playout/vod-encoding";
import { AUDIO_CODECS } from "@/core/transcode/profile";
import type { Tx } from "../db";
import { fetchBytes } from "../outbound/fetch-bytes";

/** Of one playlist; a day of short segments has a megabyte. */
const MAX_PLAYLIST_BYTES = 8 * 1024 ** 2;

/** How a linked manifest's playlist is read; over the network in the product, guarded as all requests of ours. */
export type ReadPlaylist = (url: string) => Promise<{ text: string; url: string }>;

/**
 * Reads the segments of a linked manifest and holds them against the channel profile.
 * @returns what playout needs of it, or the reason why it cannot be scheduled, in words for its creator
 * @throws FetchFailure, url.refused
 */
export async function fitLinked(source: ExternalSource, signal: AbortSignal): Promise<FittedExternal | string> {
  try {
    return await fittedOf(source, networkReader(signal));
  } catch (thrown) {
    if (thrown instanceof NotLinear) return thrown.message;
    throw thrown;
  }
}

function networkReader(signal: AbortSignal): ReadPlaylist {
  return async (url) => {
    const fetched = await fetchBytes(url, { signal, maxBytes: MAX_PLAYLIST_BYTES });
    return { text: fetched.bytes.toString("utf8"), url: fetched.url.href };
  };
}

/** @throws NotLinear */
async function fittedOf(source: ExternalSource, read: ReadPlaylist): Promise<FittedExternal> {
  if (source.format !== "hls") throw new NotLinear("It is DASH; a channel needs HLS.");
  if (source.isLive) throw new NotLinear("It is live, and has no end.");
  if (source.encryption !== "none") throw new NotLinear("It is encrypted.");
  const track = async (url: string): Promise<ReadTrack> => {
    const playlist = await read(url);
    return readExternalTrack(playlist.text, playlist.url);
  };
  const master = readsAsIndependent((await read(source.url)).text);
  const videos: { rung: (typeof RUNGS)[number]; read: ReadTrack }[] = [];
  for (const rung of RUNGS) {
    const offered = source.variants.filter((variant) => variant.kind === "video" && rungOf(variant) === rung);
    const best = offered.sort((a, b) => (b.bandwidth ?? 0) - (a.bandwidth ?? 0))[0];
    if (!best?.url) continue;
    const found = await track(best.url);
    videos.push({ rung, read: { ...found, isIndependent: found.isIndependent || master } });
  }
  const sound = source.variants.find((variant) => variant.kind === "audio");
  if (!source.variants.some(({ codecs }) => codecs?.includes(AUDIO_CODECS)))
    throw new NotLinear("Its sound is not AAC.");
  return fitExternal(videos, sound?.url ? await track(sound.url) : null);
}

function readsAsIndependent(master: string): boolean {
  return /^#EXT-X-INDEPENDENT-SEGMENTS\s*$/m.test(master);
}

/** Stores the segment table of a linked item as its encoding, in the transaction that makes it ready. */
export async function recordLinked(
  tx: Tx,
  contentItemId: string,
  source: ExternalSource,
  fitted: FittedExternal,
): Promise<void> {
  const encodingId = uuidv7();
  const durationMs = Math.round(trackSeconds(fitted.video) * 1000);
  await tx.contentItem.update({ where: { id: contentItemId }, data: { encodingId, durationMs } });
  await tx.encoding.create({
    data: {
      id: encodingId,
      contentItemId,
      durationMs,
      videoTimescale: fitted.video.timescale,
      videoSegmentTicks: [...fitted.video.ticks],
      audioTimescale: fitted.audio.timescale,
      audioSegmentTicks: [...fitted.audio.ticks],
      pictures: {},
      external: fitted.segments,
      renditions: { create: renditionsOf(source, fitted) },
    },
  });
}

function renditionsOf(source: ExternalSource, fitted: FittedExternal) {
  const pictures = fitted.rungs.map((name) => {
    const offered = source.variants.find((variant) => variant.kind === "video" && rungOf(variant) === name);
    const bitrate = offered?.bandwidth ?? 0;
    return {
      name,
      width: offered?.width,
      height: offered?.height,
      averageBitrate: bitrate,
      peakBitrate: bitrate,
      codecs: offered?.codecs ?? "",
    };
  });
  return [...pictures, { name: "audio", averageBitrate: 0, peakBitrate: 0, codecs: AUDIO_CODECS }];
}
