import { setTimeout as sleep } from "node:timers/promises";

export interface Asked {
  sentAtMs: number;
  repliedAtMs: number;
  /** 0 where no answer came. */
  status: number;
}

/** Sends so many requests a second for so long, each at its time whether or not those before are answered. */
export async function askFor(
  durationMs: number,
  perSecond: number,
  requestOf: (index: number) => Request,
): Promise<Asked[]> {
  const startedAtMs = performance.now();
  const asked: Promise<Asked>[] = [];
  for (let index = 0; ; index++) {
    const dueMs = startedAtMs + (index * 1000) / perSecond;
    if (dueMs - startedAtMs >= durationMs) return Promise.all(asked);
    const waitMs = dueMs - performance.now();
    if (waitMs > 0) await sleep(waitMs);
    asked.push(ask(requestOf(index)));
  }
}

async function ask(request: Request): Promise<Asked> {
  const sentAtMs = performance.now();
  const reply = await fetch(request).catch(() => null);
  await reply?.arrayBuffer().catch(() => {});
  return { sentAtMs, repliedAtMs: performance.now(), status: reply?.status ?? 0 };
}
