interface Kept<T> {
  untilMs: number;
  made: Promise<T>;
}

/**
 * Keeps answers by key for a while, each made once however many ask for it meanwhile; a failure is not kept. The
 * oldest go when there are more than `most`. Time is an argument: `nowMs`.
 */
export function keptFor<T>({ keptMs, most }: { keptMs: number; most: number }) {
  const answers = new Map<string, Kept<T>>();
  return (key: string, nowMs: number, make: () => Promise<T>): Promise<T> => {
    const kept = answers.get(key);
    if (kept && nowMs < kept.untilMs && nowMs >= kept.untilMs - keptMs) return kept.made;
    const made = make();
    answers.delete(key);
    answers.set(key, { untilMs: nowMs + keptMs, made });
    for (const oldest of answers.keys()) {
      if (answers.size <= most) break;
      answers.delete(oldest);
    }
    made.catch(() => {
      if (answers.get(key)?.made === made) answers.delete(key);
    });
    return made;
  };
}
