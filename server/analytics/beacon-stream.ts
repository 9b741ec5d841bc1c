/** The Redis stream on which beacons wait to be folded, and the name of its place in `beacon_position`. */
export const BEACON_STREAM = "lineup:beacons";
/** The field of an entry that holds its lines. */
export const LINES = "b";

/** When an entry was written: the first part of its identifier. */
export function takenAtMs(entryId: string): number {
  return Number(entryId.split("-")[0]);
}

/** The smallest identifier behind another. */
export function entryAfter(entryId: string): string {
  const [ms, sequence] = entryId.split("-");
  return `${ms}-${BigInt(sequence ?? 0) + 1n}`;
}

/** Whether an identifier comes before another. */
export function isBefore(entryId: string, other: string): boolean {
  const [ms = "0", sequence = "0"] = entryId.split("-");
  const [otherMs = "0", otherSequence = "0"] = other.split("-");
  const byMs = Number(ms) - Number(otherMs);
  return byMs === 0 ? BigInt(sequence) < BigInt(otherSequence) : byMs < 0;
}
