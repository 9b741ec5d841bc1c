import type { CDPSession, Page } from "playwright";

/** What a page of the TV app weighs after the garbage was collected. */
export interface TvWeight {
  megabytes: number;
  nodes: number;
  listeners: number;
}

/** Zaps up and down the channels, with the guide and the menu opened now and then, as a viewer with too much time. */
export async function zap(tv: Page, times: number, pauseMs: number): Promise<void> {
  for (let count = 0; count < times; count++) {
    await tv.keyboard.press(count % 5 === 4 ? "ArrowDown" : "ArrowUp");
    if (count % 10 === 0)
      for (const key of ["ArrowLeft", "ArrowRight", "ArrowDown", "Escape", "ArrowRight", "Escape"])
        await tv.keyboard.press(key);
    await tv.waitForTimeout(pauseMs);
  }
}

/** What players that were ended leave behind goes with the second collection. */
export async function weigh(devtools: CDPSession): Promise<TvWeight> {
  for (let round = 0; round < 2; round++) await devtools.send("HeapProfiler.collectGarbage");
  const { usedSize } = await devtools.send("Runtime.getHeapUsage");
  const { nodes, jsEventListeners } = await devtools.send("Memory.getDOMCounters");
  return { megabytes: usedSize / 1e6, nodes, listeners: jsEventListeners };
}
