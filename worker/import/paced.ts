import { setTimeout as sleep } from "node:timers/promises";

/** Passes bytes on no faster than `bytesPerSecond`; 0 is as fast as they come. A second's worth may come at once. */
export async function* paced(
  body: AsyncIterable<Uint8Array>,
  bytesPerSecond: number,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array, void, void> {
  let creditAt = performance.now();
  for await (const chunk of body) {
    if (bytesPerSecond > 0) {
      creditAt = Math.max(creditAt, performance.now() - 1000) + (chunk.byteLength / bytesPerSecond) * 1000;
      const ahead = creditAt - performance.now();
      if (ahead > 0) await sleep(ahead, undefined, { signal });
    }
    yield chunk;
  }
}
