import { expect, type Frame, type Page } from "@playwright/test";

/** The picture moves from here on. */
export async function expectMoving(page: Page | Frame, timeout = 60_000): Promise<void> {
  const position = () => page.evaluate(() => document.querySelector("video")?.currentTime ?? 0);
  await expect.poll(position, { timeout }).toBeGreaterThan(0);
  const before = await position();
  await expect.poll(position, { timeout }).toBeGreaterThan(before);
}

/** The picture stands still: what was loaded has been played. */
export async function expectStill(page: Page): Promise<void> {
  const isStill = () =>
    page.evaluate(async () => {
      const video = document.querySelector("video");
      const before = video?.currentTime;
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      return video?.currentTime === before;
    });
  await expect.poll(isStill, { timeout: 90_000 }).toBe(true);
}

/** What the video plays from: another address is another player, begun anew. */
export function sourceOf(page: Page): Promise<string> {
  return page.evaluate(() => document.querySelector("video")?.src ?? "");
}

/** Lets the page's clock be put forward, as it is when a machine wakes up. */
export async function allowSleep(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const clock = Date.now.bind(Date);
    let aheadMs = 0;
    Date.now = () => clock() + aheadMs;
    Object.assign(window, {
      putForward: (ms: number) => {
        aheadMs += ms;
      },
    });
  });
}

/** Freezes the page, as browsers do with a machine that falls asleep, and lets it go on with its clock put forward. */
export async function sleep(page: Page, frozenMs: number, clockMs: number): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Page.setWebLifecycleState", { state: "frozen" });
  await new Promise((resolve) => setTimeout(resolve, frozenMs));
  await devtools.send("Page.setWebLifecycleState", { state: "active" });
  await page.evaluate((ms) => (window as unknown as { putForward: (ms: number) => void }).putForward(ms), clockMs);
  await devtools.detach();
}

/** Waits until the next segment has come, and keeps it from the page until it is released. */
export async function holdNextSegment(page: Page): Promise<{ release: () => Promise<void> }> {
  const segments = /\.m4s(\?|$)/;
  let fulfil = async () => {};
  await new Promise<void>((arrived) => {
    void page.route(
      segments,
      async (route) => {
        const response = await route.fetch();
        fulfil = () => route.fulfill({ response });
        arrived();
      },
      { times: 1 },
    );
  });
  return { release: () => fulfil() };
}
