import type { Readable } from "node:stream";
import { FetchFailure } from "@/core/net/fetch-failure";
import { asFetchFailure } from "./connection-errors";

/** A body up to its limit, with errors as ours. Leaving it early ends the connection. */
export async function* limitedBody(
  body: Readable,
  maxBytes: number,
  stop: { signal: AbortSignal; end(): void },
): AsyncGenerator<Uint8Array, void, void> {
  let received = 0;
  try {
    for await (const chunk of body as AsyncIterable<Uint8Array>) {
      received += chunk.byteLength;
      if (received > maxBytes) throw new FetchFailure("url.too_large");
      yield chunk;
    }
  } catch (thrown) {
    if (stop.signal.aborted) throw stop.signal.reason;
    throw asFetchFailure(thrown);
  } finally {
    stop.end();
    body.on("error", () => {}).destroy();
  }
}
