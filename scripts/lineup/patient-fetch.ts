const ATTEMPTS = 5;
const LONGEST_WAIT_MS = 60_000;
const BUSY = [429, 502, 503];

interface World {
  fetch: typeof fetch;
  sleep(ms: number): Promise<void>;
  newKey(): string;
}

/**
 * A fetch that waits where the server asks it to (`Retry-After` of 429 and 503), and repeats what broke off. A repeated
 * POST carries the `Idempotency-Key` of the first, so that nothing happens twice.
 */
export function patientFetch({ fetch: once, sleep, newKey }: World): typeof fetch {
  return async (input, init) => {
    const first = new Request(input, init);
    if (first.method === "POST" && !first.headers.has("Idempotency-Key"))
      first.headers.set("Idempotency-Key", newKey());
    for (let attempt = 1; ; attempt++) {
      const last = attempt === ATTEMPTS;
      const outcome = await once(first.clone()).then(
        (response) => ({ response }),
        (error: unknown) => ({ error }),
      );
      if ("response" in outcome && (last || !BUSY.includes(outcome.response.status))) return outcome.response;
      if ("error" in outcome && (last || first.signal.aborted || !brokeOff(outcome.error))) throw outcome.error;
      const asked = "response" in outcome ? Number(outcome.response.headers.get("Retry-After")) * 1000 : 0;
      if (asked > LONGEST_WAIT_MS && "response" in outcome) return outcome.response;
      await sleep(asked || 250 * 2 ** attempt);
    }
  };
}

/** A connection that was there and broke; where nobody listens there is nothing to wait for. */
function brokeOff(error: unknown): boolean {
  const code = (error as { cause?: { code?: string } }).cause?.code ?? "";
  return ["ECONNRESET", "EPIPE", "UND_ERR_SOCKET", "ETIMEDOUT", "UND_ERR_HEADERS_TIMEOUT"].includes(code);
}
