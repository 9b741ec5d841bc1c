/** A fatal fault of playback, as far as the way out of it depends on it. */
export interface PlaybackFault {
  kind: "network" | "media" | "other";
  /** The address of the stream itself could not be read, as opposed to one of its playlists or segments. */
  isSource: boolean;
  httpStatus: number | null;
}

export type RecoveryStep =
  /** Decoder trouble: give the browser a fresh buffer. */
  | "recoverMedia"
  /** Ask again for what could not be loaded. */
  | "startLoad"
  /** Begin anew from the stream's address. */
  | "reload"
  | "giveUp";

export interface Recovery {
  step: RecoveryStep;
  afterMs: number;
}

const LONGEST_WAIT_MS = 15_000;
const VOD_ATTEMPTS = 6;

/** Waits 1, 2, 4, 8, 15, 15 … seconds. */
export function backoffMs(failures: number): number {
  return Math.min(1000 * 2 ** failures, LONGEST_WAIT_MS);
}

/**
 * The way out of a fatal fault. `failures` counts the faults in a row, without steady playback between them, not
 * counting this one. A live channel is never given up: it may be published again, the server may come back.
 */
export function recoveryFrom(fault: PlaybackFault, failures: number, isLive: boolean): Recovery {
  if (!isLive && (failures >= VOD_ATTEMPTS || isGone(fault))) return { step: "giveUp", afterMs: 0 };
  if (fault.kind === "media") {
    // Twice is worth trying at once; after that the buffers are not the trouble.
    if (failures < 2) return { step: "recoverMedia", afterMs: 0 };
    return { step: "reload", afterMs: backoffMs(failures - 2) };
  }
  if (fault.kind === "network" && !fault.isSource && !isGone(fault) && failures < 3) {
    return { step: "startLoad", afterMs: backoffMs(failures) };
  }
  return { step: "reload", afterMs: backoffMs(failures) };
}

/** 404 and 410: the channel is not published, or the item was deleted. */
export function isGone(fault: PlaybackFault): boolean {
  return fault.isSource && (fault.httpStatus === 404 || fault.httpStatus === 410);
}
