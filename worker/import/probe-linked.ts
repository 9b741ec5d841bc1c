import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { ByteSource } from "@/core/import/read-hls";
import { type ExternalTrack, externalSegment } from "@/core/playout/external-segments";
import type { FittedExternal } from "@/core/playout/fit-external";
import { whyProbedUnfit } from "@/core/playout/fit-probed";
import { TranscodeFailure } from "@/core/transcode/failure";
import type { Source } from "@/core/transcode/source";
import { probe } from "../ffmpeg/probe";
import { workFolder } from "../work-folder";
import { firstBytes } from "./byte-source";

/**
 * Looks into the first segment of every quality and of the sound of a linked manifest.
 * @returns the reason why it cannot air on a channel, in words for its creator; null when it can
 * @throws FetchFailure, url.refused
 */
export async function whyLinkedUnfit({ segments, rungs }: FittedExternal, signal: AbortSignal): Promise<string | null> {
  await mkdir(workFolder(), { recursive: true });
  const folder = await mkdtemp(path.join(workFolder(), "linked-"));
  const probed = async (track: ExternalTrack): Promise<Source> => {
    const file = path.join(folder, "segment");
    await writeFile(file, await firstBytes(asked(track.map), asked(externalSegment(track, 0)), signal));
    return probe(file, signal);
  };
  try {
    const videos = [];
    for (const rung of rungs) videos.push({ rung, source: await probed(segments.video[rung] as ExternalTrack) });
    return whyProbedUnfit({ videos, sound: await probed(segments.audio) });
  } catch (thrown) {
    if (thrown instanceof TranscodeFailure) return "Its segments cannot be read.";
    throw thrown;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** HLS writes `length@offset`, HTTP the first and the last byte. */
function asked({ url, range }: { url: string; range?: string }): ByteSource {
  const [length = 0, offset = 0] = range?.split("@").map(Number) ?? [];
  return { url, range: range === undefined ? null : `${offset}-${offset + length - 1}` };
}
