import { expect, type Page } from "@playwright/test";

/** The picture moves from here on. */
export async function expectMoving(page: Page, timeout = 30_000): Promise<void> {
  const position = () => page.evaluate(() => document.querySelector("video")?.currentTime ?? 0);
  await expect.poll(position, { timeout }).toBeGreaterThan(0);
  const before = await position();
  await expect.poll(position, { timeout }).toBeGreaterThan(before);
}
