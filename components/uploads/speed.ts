/** How many bytes had been sent at an instant. */
export interface Sample {
  atMs: number;
  sentBytes: number;
}

const WINDOW_MS = 8_000;

/** Adds a sample and drops those that are too old to tell the present speed. */
export function addSample(samples: readonly Sample[], sample: Sample): Sample[] {
  return [...samples.filter(({ atMs }) => sample.atMs - atMs <= WINDOW_MS), sample];
}

/** Bytes a second over the last moments; null while too little is known. */
export function speedOf(samples: readonly Sample[]): number | null {
  const first = samples[0];
  const last = samples.at(-1);
  if (!first || !last || last.atMs - first.atMs < 1_000) return null;
  return Math.max(0, (last.sentBytes - first.sentBytes) / ((last.atMs - first.atMs) / 1000));
}

/** Time left in words: "12 s left", "3 min left", "1 h 20 min left"; null where the speed tells nothing. */
export function timeLeft(leftBytes: number, bytesPerSecond: number | null): string | null {
  if (!bytesPerSecond) return null;
  const seconds = Math.ceil(leftBytes / bytesPerSecond);
  if (seconds < 60) return `${seconds} s left`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min left`;
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) return `${Math.round(hours / 24)} days left`;
  return minutes % 60 === 0 ? `${hours} h left` : `${hours} h ${minutes % 60} min left`;
}
