import { RUNG_PROFILES, TARGET_DURATION_SECONDS, variantBandwidth } from "../transcode/profile";
import type { ExternalSegments } from "./external-segments";
import { NotLinear, type ReadTrack } from "./read-external-track";
import { RUNGS, type Rung, type TrackTable } from "./segment-table";

/** A picture quality of a linked manifest, as its master playlist announces it. */
export interface OfferedVariant {
  width: number | null;
  height: number | null;
  bandwidth: number | null;
  codecs: string | null;
}

/** A linked manifest as playout takes it. */
export interface FittedExternal {
  segments: ExternalSegments;
  video: TrackTable;
  audio: TrackTable;
  rungs: Rung[];
}

/** Ticks per second of the tables: a multiple of every common frame rate. */
const TIMESCALE = 90_000;
/** Segments of all qualities are cut at the same instants, give or take two frames. */
const SAME_CUT_SECONDS = 0.09;
/** Players step over a hole of half a second; a quarter leaves room for the next item's. */
const SAME_AUDIO_SECONDS = 0.25;
const HIGH_PROFILE = 0x64;

/**
 * The rung of the ladder that a quality can serve: the lowest into whose box, bit rate and level it fits, since the
 * channel's master playlist promises those for whatever is on air. Null when it is beyond all of them.
 */
export function rungOf({ width, height, bandwidth, codecs }: OfferedVariant): Rung | null {
  const [, profile, level] = /\bavc1\.([0-9a-f]{2})[0-9a-f]{2}([0-9a-f]{2})\b/i.exec(codecs ?? "") ?? [];
  if (!width || !height || !bandwidth || !profile || !level) return null;
  if (Number.parseInt(profile, 16) > HIGH_PROFILE) return null;
  const fits = (rung: Rung) =>
    width <= RUNG_PROFILES[rung].boxWidth &&
    height <= RUNG_PROFILES[rung].boxHeight &&
    bandwidth <= variantBandwidth(rung) &&
    Number.parseInt(level, 16) <= Number.parseInt(RUNG_PROFILES[rung].codecs.slice(-2), 16);
  return RUNGS.findLast(fits) ?? null;
}

/**
 * Holds a linked manifest against the channel profile and makes its segment tables.
 * @param videos its qualities that have a rung, each with its playlist
 * @throws NotLinear with a sentence for the creator that says what does not fit
 */
export function fitExternal(
  videos: readonly { rung: Rung; read: ReadTrack }[],
  sound: ReadTrack | null,
): FittedExternal {
  const [best] = videos;
  if (!best) {
    throw new NotLinear(
      "No quality fits a channel: H.264 up to 1080p and the channel's bit rates, with sizes and codecs named.",
    );
  }
  if (!sound) throw new NotLinear("Its sound lies in the files of the pictures; a channel needs it apart.");
  const audio = withoutRest(sound, best.read.seconds.length);
  const all = [...videos.map(({ read }) => read), audio];
  if (all.some(({ seconds }) => seconds.some((each) => !(each > 0) || Math.round(each) > TARGET_DURATION_SECONDS))) {
    throw new NotLinear(`Its segments are longer than the ${TARGET_DURATION_SECONDS} seconds of a channel's.`);
  }
  if (!videos.every(({ read }) => read.isIndependent)) {
    throw new NotLinear("It does not say that each segment can be decoded by itself (EXT-X-INDEPENDENT-SEGMENTS).");
  }
  if (videos.some(({ read }) => !sameCuts(read.seconds, best.read.seconds, SAME_CUT_SECONDS))) {
    throw new NotLinear("Its qualities are not cut at the same instants.");
  }
  if (!sameCuts(audio.seconds, best.read.seconds, SAME_AUDIO_SECONDS)) {
    throw new NotLinear("Its sound is not cut where its pictures are.");
  }
  const video: ExternalSegments["video"] = {};
  for (const { rung, read } of videos) video[rung] ??= read.track;
  return {
    segments: { video, audio: audio.track },
    video: tableOf(best.read.seconds),
    audio: tableOf(audio.seconds),
    rungs: RUNGS.filter((rung) => video[rung]),
  };
}

/** Encoders round the sound up to whole frames, and some packagers write the last of them as a segment of its own. */
function withoutRest(audio: ReadTrack, segments: number): ReadTrack {
  const isRest = audio.seconds.length === segments + 1 && (audio.seconds.at(-1) ?? 0) < SAME_AUDIO_SECONDS;
  return isRest ? { ...audio, seconds: audio.seconds.slice(0, -1) } : audio;
}

function sameCuts(some: readonly number[], others: readonly number[], toleranceSeconds: number): boolean {
  let apart = 0;
  return (
    some.length === others.length &&
    some.every((seconds, index) => {
      apart += seconds - (others[index] ?? 0);
      return Math.abs(apart) <= toleranceSeconds;
    })
  );
}

/** Rounded at each cut, so that nothing adds up. */
function tableOf(seconds: readonly number[]): TrackTable {
  let sum = 0;
  let before = 0;
  const ticks = seconds.map((each) => {
    sum += each;
    const end = Math.round(sum * TIMESCALE);
    const length = end - before;
    before = end;
    return length;
  });
  return { timescale: TIMESCALE, ticks };
}
