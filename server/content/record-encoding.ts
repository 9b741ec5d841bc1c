import type { SourceFacts } from "@/core/content/contract";
import type { Pictures } from "@/core/content/pictures";
import { trackSeconds, type VodEncoding } from "@/core/playout/vod-encoding";
import { db } from "../db";
import { statusWhenPlayable } from "../moderation/status-when-playable";
import { tellReady } from "../webhooks/tell-content";
import { ownedBy, type TranscodeRun } from "./mark-transcoding";

export interface FinishedTranscode {
  source: SourceFacts;
  vod: VodEncoding;
  pictures: Pictures;
  /** Bytes of each segment, by rendition. */
  segmentBytes: ReadonlyMap<string, number[]>;
}

class LostRun extends Error {}

/**
 * Makes an encoding the one that plays and the item `ready`, or has it wait for a moderator, in one transaction. Its
 * files must be stored already.
 * @returns false, with nothing written, when the item no longer belongs to the run
 */
export async function recordEncoding(run: TranscodeRun, finished: FinishedTranscode): Promise<boolean> {
  const { vod, pictures, source } = finished;
  const durationMs = Math.round(trackSeconds(vod.videoTable) * 1000);
  try {
    await db.$transaction(async (tx) => {
      const before = await tx.contentItem.findFirst({ where: ownedBy(run) });
      if (!before) throw new LostRun();
      const [item] = await tx.contentItem.updateManyAndReturn({
        where: ownedBy(run),
        data: {
          ...statusWhenPlayable(before, new Date()),
          encodingId: run.encodingId,
          runningEncodingId: null,
          heartbeatAt: null,
          durationMs,
          source,
          progressPercent: 100,
          progressSpeed: null,
          progressSecondsLeft: null,
        },
      });
      if (!item) throw new LostRun();
      await tx.encoding.create({
        data: {
          id: run.encodingId,
          contentItemId: run.contentItemId,
          durationMs,
          videoTimescale: vod.videoTable.timescale,
          videoSegmentTicks: [...vod.videoTable.ticks],
          audioTimescale: vod.audioTable.timescale,
          audioSegmentTicks: [...vod.audioTable.ticks],
          pictures,
          renditions: { create: renditions(finished) },
        },
      });
      if (item.status === "ready") await tellReady(tx, item);
    });
    return true;
  } catch (thrown) {
    if (thrown instanceof LostRun) return false;
    throw thrown;
  }
}

function renditions({ vod, segmentBytes }: FinishedTranscode) {
  return [
    ...vod.videos.map((video) => ({ ...video, frameRate: vod.frameRate, segmentBytes: segmentBytes.get(video.name) })),
    { name: "audio", ...vod.audio, segmentBytes: segmentBytes.get("audio") },
  ];
}
