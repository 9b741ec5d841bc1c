/** How far an encode has come. */
export interface Progress {
  percent: number;
  /** Multiple of real time; null at the very beginning. */
  speed: number | null;
  secondsLeft: number | null;
}

/**
 * Reads one block of ffmpeg's `-progress` output (lines `key=value`, ended by `progress=…`).
 * Percent stays below 100 until the job is really done.
 */
export function readProgress(block: string, durationSeconds: number): Progress | null {
  const microseconds = Number(/^out_time_us=(-?\d+)/m.exec(block)?.[1]);
  if (!Number.isFinite(microseconds)) return null;
  const done = Math.min(durationSeconds, Math.max(0, microseconds / 1_000_000));
  const speed = Number(/^speed=\s*([\d.]+)x/m.exec(block)?.[1]);
  const known = Number.isFinite(speed) && speed > 0;
  return {
    percent: Math.min(99, Math.round((done / durationSeconds) * 1000) / 10),
    speed: known ? speed : null,
    secondsLeft: known ? Math.ceil((durationSeconds - done) / speed) : null,
  };
}
