import { availableParallelism } from "node:os";
import type { RunLimits } from "./run";

const GiB = 1024 ** 3;

/** Reading headers: seconds and little memory, whatever the file claims. */
export const PROBE_LIMITS: RunLimits = { wallSeconds: 60, memoryBytes: 2 * GiB, cpuSeconds: 60, fileBytes: 0 };

/** Reading every packet or decoding the sound: as fast as the disk, with time for 50 GB. */
export function readingLimits(sizeBytes: number): RunLimits {
  const seconds = 300 + sizeBytes / 10_000_000;
  return { wallSeconds: seconds, memoryBytes: 2 * GiB, cpuSeconds: seconds, fileBytes: 0 };
}

/**
 * Encoding: a slow machine needs 15 times real time for tone-mapped 8K. An honest 8K source takes 2.5 GiB of address
 * space; a bomb ends here.
 */
export function encodingLimits(durationSeconds: number): RunLimits {
  const seconds = 600 + durationSeconds * 20;
  return {
    wallSeconds: seconds,
    memoryBytes: 6 * GiB,
    cpuSeconds: seconds * availableParallelism(),
    // Progress is printed every second; at idle priority on a busy machine it may take minutes.
    stallSeconds: 300,
    fileBytes: 64 * 1024 ** 2,
  };
}

/** Still pictures from our own segments. */
export const PICTURE_LIMITS: RunLimits = {
  wallSeconds: 120,
  memoryBytes: 2 * GiB,
  cpuSeconds: 120,
  fileBytes: GiB / 4,
};
