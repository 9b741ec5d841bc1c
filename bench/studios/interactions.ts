import type { Page } from "playwright";
import { framesWhile } from "./frames";
import { slowDown } from "./page-load";

/**
 * The slowest of some presses and key strokes on a page, from the press to the next picture (INP), with the CPU slowed.
 */
export async function slowestInteraction(page: Page, act: (page: Page) => Promise<void>): Promise<number> {
  await slowDown(page);
  await page.evaluate(() => {
    const kept = window as unknown as { slowest: number };
    kept.slowest = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { interactionId?: number })[]) {
        if (entry.interactionId) kept.slowest = Math.max(kept.slowest, entry.duration);
      }
    }).observe({ type: "event", durationThreshold: 16, buffered: false } as PerformanceObserverInit);
  });
  await act(page);
  await page.waitForTimeout(1_000);
  return page.evaluate(() => (window as unknown as { slowest: number }).slowest);
}

/** Times between the pictures while the wheel turns, in milliseconds, the shortest first. */
export async function scrollFrames(page: Page, turns: number): Promise<number[]> {
  await page.mouse.move(700, 500);
  return framesWhile(page, async () => {
    for (let turn = 0; turn < turns; turn++) {
      await page.mouse.wheel(0, 240);
      await page.waitForTimeout(16);
    }
  });
}
