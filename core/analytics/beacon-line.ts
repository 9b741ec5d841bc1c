import { BEACON_KINDS, type Beacon } from "./beacon";

/** Why a beacon is taken and not counted. */
export const DROP_REASONS = ["bot", "absurd", "do_not_track"] as const;
export type DropReason = (typeof DROP_REASONS)[number];

export interface Drop {
  ownerId: string;
  reason: DropReason;
  atMs: number;
}

/** One entry of the stream, read. */
export interface BeaconBatch {
  beacons: Beacon[];
  drops: Drop[];
  /** Lines that nobody can read: they are left out, so that they do not hold up the others. */
  broken: number;
}

/**
 * A beacon as one line of a stream's entry: a JSON array without its brackets. Everything in it has been checked, so
 * nothing needs to be escaped.
 */
export function beaconLine(beacon: Beacon): string {
  const { kind, sessionId, atMs, nonce, ownerId, channelId, contentItemId, positionMs } = beacon;
  return `${kind},"${sessionId}",${atMs},${nonce},"${ownerId}","${channelId}","${contentItemId}",${positionMs}`;
}

export function dropLine({ ownerId, reason, atMs }: Drop): string {
  return `"${reason}","${ownerId}",${atMs}`;
}

/** Reads the lines of an entry. */
export function readLines(text: string): BeaconBatch {
  const batch: BeaconBatch = { beacons: [], drops: [], broken: 0 };
  for (const values of arraysOf(text)) {
    const beacon = beaconOf(values);
    const drop = beacon ? null : dropOf(values);
    if (beacon) batch.beacons.push(beacon);
    else if (drop) batch.drops.push(drop);
    else batch.broken++;
  }
  return batch;
}

function arraysOf(text: string): unknown[] {
  try {
    return JSON.parse(`[[${text.replaceAll("\n", "],[")}]]`);
  } catch {
    return text.split("\n").map((line) => {
      try {
        return JSON.parse(`[${line}]`);
      } catch {
        return null;
      }
    });
  }
}

function beaconOf(values: unknown): Beacon | null {
  if (!Array.isArray(values) || values.length !== 8) return null;
  const [kind, sessionId, atMs, nonce, ownerId, channelId, contentItemId, positionMs] = values;
  const numbers = [kind, atMs, nonce, positionMs];
  const words = [sessionId, ownerId, channelId, contentItemId];
  const isSound = numbers.every(Number.isSafeInteger) && words.every((word) => typeof word === "string");
  if (!isSound || !(kind in BEACON_KINDS)) return null;
  return { kind, sessionId, atMs, nonce, ownerId, channelId, contentItemId, positionMs };
}

function dropOf(values: unknown): Drop | null {
  if (!Array.isArray(values) || values.length !== 3) return null;
  const [reason, ownerId, atMs] = values;
  if (!DROP_REASONS.includes(reason) || typeof ownerId !== "string" || !Number.isSafeInteger(atMs)) return null;
  return { reason, ownerId, atMs };
}
