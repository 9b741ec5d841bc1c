import { mkdir } from "node:fs/promises";
import path from "node:path";
import type { Browser, Page } from "playwright";

const SCREENS = { 720: { width: 1280, height: 720 }, 1080: { width: 1920, height: 1080 } } as const;
/** The picture has to come, and the guide has to be read. */
const PICTURE_MS = 8_000;
const REST_MS = 2_000;

/** What lies over the picture, and the keys that lead from one to the next. */
const STATES = [
  { name: "info-bar", keys: ["Enter"] },
  { name: "guide", keys: ["ArrowLeft"] },
  { name: "guide-later", keys: ["ArrowRight", "ArrowDown"] },
  { name: "menu", keys: ["Escape", "ArrowRight"] },
  { name: "pairing", keys: ["ArrowUp", "Enter"] },
] as const;

/** Pictures of the TV app as a television of 720 and one of 1080 lines shows it: `tv/720/guide.png`. Answers how many. */
export async function takeTvScreenshots(browser: Browser, origin: string, into: string): Promise<number> {
  let count = 0;
  for (const [lines, viewport] of Object.entries(SCREENS)) {
    const folder = path.join(into, "tv", lines);
    await mkdir(folder, { recursive: true });
    const context = await browser.newContext({ viewport });
    const page = await context.newPage();
    await page.goto(`${origin}/tv`);
    await page.waitForTimeout(PICTURE_MS);
    for (const state of STATES) {
      await shoot(page, state.keys, path.join(folder, `${state.name}.png`));
      count++;
    }
    await context.close();
  }
  return count;
}

async function shoot(page: Page, keys: readonly string[], file: string): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
  await page.waitForTimeout(REST_MS);
  await page.screenshot({ path: file });
}
