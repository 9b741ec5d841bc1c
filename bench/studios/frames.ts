import type { Page } from "playwright";

/** As text: what runs this file names its functions by a helper that the page does not have. */
const WATCH_FRAMES = `{
  let before = 0;
  window.frames = [];
  window.isWatching = true;
  const each = (at) => {
    if (before > 0) window.frames.push(at - before);
    before = at;
    if (window.isWatching) requestAnimationFrame(each);
  };
  requestAnimationFrame(each);
}`;

/** Times between the pictures while something is done on a page, in milliseconds, the shortest first. */
export async function framesWhile(page: Page, act: () => Promise<void>): Promise<number[]> {
  await page.evaluate(WATCH_FRAMES);
  await act();
  const frames = await page.evaluate<number[]>("window.isWatching = false, window.frames");
  return frames.sort((a, b) => a - b);
}
