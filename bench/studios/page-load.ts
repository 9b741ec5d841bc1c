import { gzipSync } from "node:zlib";
import type { BrowserContext, Page } from "playwright";

export interface PageLoad {
  /** JavaScript that came until the page was at rest, compressed as a server compresses it, in kB. */
  scriptKb: number;
  /** The same by file. */
  scripts: ReadonlyMap<string, number>;
  largestPaintMs: number;
}

const SLOWED = 4;
const REST_MS = 1_500;

/** Slows the page's CPU down as a cheap notebook is slower than this machine. */
export async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWED });
}

/** First load of an address with an empty cache, at the machine's speed or slowed. */
export async function loadPage(context: BrowserContext, address: string, isSlowed = true): Promise<PageLoad> {
  const page = await context.newPage();
  const coming: Promise<[file: string, kB: number]>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() !== "script") return;
    coming.push(
      response
        .body()
        .then((body): [string, number] => [response.url(), gzipSync(body).length / 1000])
        .catch((): [string, number] => [response.url(), Number.NaN]),
    );
  });
  if (isSlowed) await slowDown(page);
  await page.goto(address, { waitUntil: "load" });
  await page.waitForTimeout(REST_MS);
  await page.waitForLoadState("networkidle", { timeout: 5_000 }).catch(() => {}); // a live stream never rests
  const largestPaintMs = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let last = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) last = Math.max(last, entry.startTime);
        }).observe({ type: "largest-contentful-paint", buffered: true });
        setTimeout(() => resolve(last), 100);
      }),
  );
  const scripts = new Map((await Promise.all(coming)).filter(([, kB]) => !Number.isNaN(kB)));
  await page.close();
  return { scriptKb: [...scripts.values()].reduce((sum, kB) => sum + kB, 0), scripts, largestPaintMs };
}
