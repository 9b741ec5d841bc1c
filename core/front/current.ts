interface Timed {
  startsAt: string;
  endsAt: string;
}

/**
 * What is on and what follows at an instant, from what was known some time before: what has ended makes room for the
 * next, until the answer is fetched anew.
 */
export function currentOf<P extends Timed>(
  known: { now: P | null; next: P | null },
  nowMs: number,
): { now: P | null; next: P | null } {
  const isOn = (programme: P | null) =>
    programme !== null && Date.parse(programme.startsAt) <= nowMs && nowMs < Date.parse(programme.endsAt);
  if (isOn(known.now)) return known;
  if (isOn(known.next)) return { now: known.next, next: null };
  const isAhead = known.next !== null && nowMs < Date.parse(known.next.startsAt);
  return { now: null, next: isAhead ? known.next : null };
}

/** How far a programme is, 0–100. */
export function percentOf({ startsAt, endsAt }: Timed, nowMs: number): number {
  const [fromMs, toMs] = [Date.parse(startsAt), Date.parse(endsAt)];
  return Math.min(100, Math.max(0, ((nowMs - fromMs) / (toMs - fromMs)) * 100));
}
