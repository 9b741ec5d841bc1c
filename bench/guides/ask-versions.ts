import type { BrowserContext } from "playwright";

const ASKED = 300;

/** Milliseconds of one question for the versions of all schedules, asked one after the other as an open guide does. */
export async function askVersions(context: BrowserContext, origin: string): Promise<number> {
  const address = `${origin}/v1/creator/schedule/versions`;
  for (let warm = 0; warm < 30; warm++) await context.request.get(address);
  const startedAt = performance.now();
  for (let count = 0; count < ASKED; count++) {
    const reply = await context.request.get(address);
    if (!reply.ok()) throw new Error(`versions answered ${reply.status()}`);
  }
  return (performance.now() - startedAt) / ASKED;
}
