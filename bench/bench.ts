/** One figure of ours beside the yardstick's, both taken in the same run on the same machine. */
export interface Row {
  /** What was measured, such as "CPU seconds per source minute". */
  what: string;
  ours: number;
  yardstick: number;
  /** Unit of both figures, such as "s" or "requests/s". */
  unit: string;
  /** Bound of `ours / yardstick`. Leave it out where the figure only informs. */
  goal?: { atMost: number } | { atLeast: number };
}

/**
 * What every file of this folder exports (what benches share lives in folders below it): `name`, `goal` (a sentence that says against what it measures) and `run`.
 * A run brings its own inputs, talks to 127.0.0.1 only, is bounded in time and leaves nothing behind.
 */
export interface Bench {
  name: string;
  goal: string;
  /** True for one that lasts too long to be run when no bench is named. */
  onlyByName?: boolean;
  /** What can be run without the rest: `npm run bench <name>:<part>`. */
  parts?: readonly string[];
  /** `numbers` are those of the command line, `parts` those that are wanted: all, unless some are named. */
  run(numbers: readonly number[], parts: ReadonlySet<string>): Promise<Row[]>;
}

/** Ours divided by the yardstick: the only figure that means the same on another machine. */
export function ratio(row: Row): number {
  return row.ours / row.yardstick;
}

/** True, false, or null for a row without a goal. */
export function goalMet(row: Row): boolean | null {
  if (!row.goal) return null;
  return "atMost" in row.goal ? ratio(row) <= row.goal.atMost : ratio(row) >= row.goal.atLeast;
}

/** Middle of the measurements: one slow run among several says nothing. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
