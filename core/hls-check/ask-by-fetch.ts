import type { Reply } from "./reply-rules";

/** The part of `fetch` that is used, so that tests can stand in for it. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** An answer that takes longer than this is none. */
const TIMEOUT_MS = 15_000;

/**
 * Asks by `fetch`, in Node and in browsers, past every cache of the client. What fails becomes a reply with status 0
 * that says why.
 * @param pageOrigin origin of the web page that asks: answers of others show it only some of their headers
 */
export function askByFetch(fetchUrl: Fetch, now: () => number, pageOrigin: string | null = null) {
  return async (url: string, firstBytes: number | null): Promise<Reply> => {
    const sentAtMs = now();
    const allHeaders = pageOrigin === null || new URL(url).origin === pageOrigin;
    const headers: Record<string, string> = firstBytes === null ? {} : { range: `bytes=0-${firstBytes - 1}` };
    try {
      const signal = AbortSignal.timeout(TIMEOUT_MS);
      const response = await fetchUrl(url, { headers, cache: "no-store", signal });
      const body = new Uint8Array(await response.arrayBuffer());
      const { status } = response;
      const said = Object.fromEntries(response.headers.entries());
      return { url, sentAtMs, receivedAtMs: now(), status, failure: null, headers: said, allHeaders, body };
    } catch (thrown) {
      const failure = reasonOf(thrown);
      const body = new Uint8Array();
      return { url, sentAtMs, receivedAtMs: now(), status: 0, failure, headers: {}, allHeaders, body };
    }
  };
}

function reasonOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  if (thrown.name === "TimeoutError") return `no answer within ${TIMEOUT_MS / 1000} s`;
  const { cause } = thrown as { cause?: { code?: string; message?: string } };
  return cause?.code ?? cause?.message ?? thrown.message;
}
