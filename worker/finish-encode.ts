import { writeFile } from "node:fs/promises";
import path from "node:path";
import type { Pictures } from "@/core/content/pictures";
import type { TrackTable } from "@/core/playout/segment-table";
import type { VodEncoding, VodRendition } from "@/core/playout/vod-encoding";
import { vodManifest } from "@/core/playout/vod-manifest";
import { vodMaster } from "@/core/playout/vod-master";
import { vodPlaylist } from "@/core/playout/vod-playlist";
import { bitRates } from "@/core/transcode/bit-rates";
import { formatFrameRate } from "@/core/transcode/frame-rate";
import { makePictures } from "./ffmpeg/make-pictures";
import type { MeasuredTrack } from "./ffmpeg/read-segments";
import type { FileEncode } from "./transcode-file";

export interface FinishedEncode {
  vod: VodEncoding;
  pictures: Pictures;
  /** Bytes of each segment, by rendition. */
  segmentBytes: Map<string, number[]>;
}

/** Adds to a verified encode what stands beside its segments: pictures, playlists and the DASH manifest. */
export async function finishEncode(encode: FileEncode, signal: AbortSignal): Promise<FinishedEncode> {
  const { folder, plan } = encode;
  const vod = describeEncode(encode);
  const pictures = await makePictures({ folder, rungs: plan.rungs, video: vod.videoTable, signal });
  for (const video of vod.videos)
    await writeFile(path.join(folder, video.name, "playlist.m3u8"), vodPlaylist(vod.videoTable));
  await writeFile(path.join(folder, "audio", "playlist.m3u8"), vodPlaylist(vod.audioTable));
  await writeFile(path.join(folder, "master.m3u8"), vodMaster(vod));
  await writeFile(path.join(folder, "manifest.mpd"), vodManifest(vod));
  const segmentBytes = new Map<string, number[]>(
    [...encode.videos, ["audio", encode.audio] as const].map(([name, track]) => [name, track.bytes]),
  );
  return { vod, pictures, segmentBytes };
}

function describeEncode({ plan, videos, audio }: FileEncode): VodEncoding {
  return {
    frameRate: formatFrameRate(plan.frameRate),
    videoTable: tableOf(videos.get(plan.rungs[0]!.name)!),
    audioTable: tableOf(audio),
    videos: plan.rungs.map((rung) => ({ ...rung, ...ratesOf(videos.get(rung.name)!) })),
    audio: ratesOf(audio),
  };
}

function tableOf(track: MeasuredTrack): TrackTable {
  return { timescale: track.init.timescale, ticks: track.segments.map((segment) => segment.ticks) };
}

function ratesOf(track: MeasuredTrack): VodRendition {
  const ticks = track.segments.map((segment) => segment.ticks);
  const { average, peak } = bitRates(ticks, track.bytes, track.init.timescale);
  return { averageBitrate: average, peakBitrate: peak, codecs: track.init.codecs };
}
