import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";

const POLL_MS = 1_000;

/** Below the minute after which proxies and clients give a silent reply up. */
export const WaitSeconds = z
  .int()
  .min(0)
  .max(50)
  .default(0)
  .describe("Wait up to so many seconds for the end before answering. Call again if it is not over yet.");

interface Waiting<T> {
  ask: () => Promise<T>;
  isOver: (state: T) => boolean;
  seconds: number;
  signal: AbortSignal;
  onState: (state: T) => Promise<void>;
}

/** Asks until something is over, the time is up or the caller has left, and answers what it saw last. */
export async function waitFor<T>({ ask, isOver, seconds, signal, onState }: Waiting<T>): Promise<T> {
  const deadline = performance.now() + seconds * 1000;
  for (;;) {
    const state = await ask();
    await onState(state);
    if (isOver(state) || signal.aborted || performance.now() >= deadline) return state;
    await sleep(Math.min(POLL_MS, Math.max(1, deadline - performance.now())), undefined, { signal }).catch(() => {});
  }
}
