/** Answers of the API that came with the page itself, by address, until they are asked for. */
const waiting = new Map<string, Promise<unknown>>();
/** What nobody has asked for by then was made for nobody. */
const VALID_MS = 5_000;
/** Going back shows a page as it came; its answers are of that time. */
const expected = new WeakSet<object>();

/** `/v1/x?b=1&a=2` and `/v1/x?a=2&b=1` are one address. */
export function sortedAddress(address: string): string {
  const [path = "", search = ""] = address.split("?");
  const params = [...new URLSearchParams(search)].sort(([a], [b]) => (a < b ? -1 : 1));
  return params.length > 0 ? `${path}?${new URLSearchParams(params)}` : path;
}

/**
 * Answers that are on their way in the page, the first time that it is shown; null stands for one that could not be
 * had. What React makes of a promise on its way can be waited for, but is none: its `then` answers nothing.
 */
export function expectAnswers(answers: Readonly<Record<string, PromiseLike<unknown>>>): void {
  if (expected.has(answers)) return;
  expected.add(answers);
  for (const [address, answer] of Object.entries(answers)) {
    const key = sortedAddress(address);
    const whole = Promise.resolve(answer).catch(() => null);
    waiting.set(key, whole);
    setTimeout(() => waiting.get(key) === whole && waiting.delete(key), VALID_MS);
  }
}

/** The answer that the page brought for an address, once; null where it brought none. */
export async function takeAnswer(address: string): Promise<unknown> {
  if (waiting.size === 0) return null;
  const key = sortedAddress(address);
  const answer = waiting.get(key) ?? null;
  waiting.delete(key);
  return answer;
}

/** After a change nothing holds that was said before it. */
export function forgetAnswers(): void {
  waiting.clear();
}
