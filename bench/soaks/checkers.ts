import { gunzipSync } from "node:zlib";
import type { Reply } from "@/core/hls-check/reply-rules";
import { findingText } from "@/core/hls-check/report-text";
import { watchStream } from "@/core/hls-check/watch-stream";
import type { Balancer } from "./balancer";

const WATCH_SECONDS = 150;

/**
 * Runs the project's own checker over channels, one after the other, through the balancer, until the end.
 * @returns how many times a channel was checked
 */
export async function keepChecking(
  slugs: readonly string[],
  balancer: Balancer,
  leftMs: () => number,
  complain: (fault: string) => void,
): Promise<number> {
  let checked = 0;
  for (; leftMs() > 5_000; checked++) {
    const slug = slugs[checked % slugs.length]!;
    const seconds = Math.min(WATCH_SECONDS, Math.floor(leftMs() / 1000) - 4);
    const outcome = await watchStream(`http://lineup/v1/channels/${slug}/master.m3u8`, seconds, {
      ask: (url, firstBytes) => askThrough(balancer, url, firstBytes),
      now: Date.now,
      sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      isStopped: () => false,
    });
    if (outcome.kind !== "checked") complain(`${slug}: ${JSON.stringify(outcome)}`);
    else if (outcome.leftAir) complain(`${slug} left the air`);
    else for (const finding of outcome.findings) complain(`${slug}: ${findingText(finding)}`);
  }
  return checked;
}

async function askThrough(balancer: Balancer, url: string, firstBytes: number | null): Promise<Reply> {
  const { pathname, search } = new URL(url);
  const sentAtMs = Date.now();
  const asked = { url, sentAtMs, allHeaders: true };
  try {
    const headers: Record<string, string> =
      firstBytes === null ? { "accept-encoding": "gzip" } : { range: `bytes=0-${firstBytes - 1}` };
    const { status, headers: said, body } = await balancer.ask(pathname + search, headers);
    const flat = Object.fromEntries(Object.entries(said).map(([name, value]) => [name, String(value)]));
    const plain = said["content-encoding"] === "gzip" ? gunzipSync(body) : body;
    return { ...asked, receivedAtMs: Date.now(), status, failure: null, headers: flat, body: new Uint8Array(plain) };
  } catch (thrown) {
    const failure = thrown instanceof Error ? thrown.message : String(thrown);
    return { ...asked, receivedAtMs: Date.now(), status: 0, failure, headers: {}, body: new Uint8Array() };
  }
}
