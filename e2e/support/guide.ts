import { expect, type Locator, type Page } from "@playwright/test";
import { productUrl } from "./program";

/** A guide to try gestures on: what the library would take minutes to make, written into the database's place by the API. */
export interface GuideBlocks {
  id: string;
  startsAt: string;
  endsAt: string;
  channelId: string;
  kind: string;
  offsetSeconds: number;
}

/** The blocks of a channel on the day of an instant, as the API tells them. */
export async function blocksOn(page: Page, channelId: string, aroundMs: number): Promise<GuideBlocks[]> {
  const window = {
    from: new Date(aroundMs - 36 * 3_600_000).toISOString(),
    to: new Date(aroundMs + 36 * 3_600_000).toISOString(),
  };
  const query = new URLSearchParams({ channelId, ...window });
  const reply = await page.request.get(`${productUrl()}/v1/creator/schedule?${query}`);
  expect(reply.status()).toBe(200);
  return (await reply.json()).blocks;
}

/** Waits until the server has a guide of this shape: `12:00+30` starts at noon UTC and lasts 30 minutes. */
export async function expectGuide(
  page: Page,
  channelId: string,
  dayMs: number,
  shape: readonly string[],
): Promise<void> {
  await expect
    .poll(async () => (await blocksOn(page, channelId, dayMs)).map(shapeOf), { timeout: 20_000 })
    .toEqual(shape);
}

function shapeOf({ startsAt, endsAt }: GuideBlocks): string {
  return `${startsAt.slice(11, 16)}+${(Date.parse(endsAt) - Date.parse(startsAt)) / 60_000}`;
}

/** Writes blocks by the API, as a program would. */
export async function placeByApi(page: Page, edits: readonly object[]): Promise<GuideBlocks[]> {
  const reply = await page.request.post(`${productUrl()}/v1/creator/schedule/batch`, {
    data: { edits },
    headers: { origin: productUrl() },
  });
  expect(reply.status(), await reply.text()).toBe(200);
  return (await reply.json()).blocks;
}

/** The point of the screen at which an instant of a channel lies. */
export async function pointOf(page: Page, channelId: string, instantMs: number): Promise<{ x: number; y: number }> {
  const track = page.locator(`[data-testid="guide-track"][data-channel="${channelId}"]`).first();
  const { x, y, height } = (await track.boundingBox())!;
  const fromMs = Date.parse((await track.getAttribute("data-from"))!);
  const pxPerSecond = Number(await track.getAttribute("data-px-per-second"));
  return { x: x + ((instantMs - fromMs) / 1000) * pxPerSecond, y: y + height / 2 };
}

export function block(page: Page, id: string): Locator {
  return page.locator(`[data-block-id="${id}"]`).first();
}

/** Presses at one point and lets go at another, in steps, with keys held down on the way. */
export async function drag(
  page: Page,
  from: { x: number; y: number },
  to: { x: number; y: number },
  keys: readonly string[] = [],
): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 8, from.y, { steps: 2 });
  for (const key of keys) await page.keyboard.down(key);
  await page.mouse.move(to.x, to.y, { steps: 8 });
  // The ghost follows from frame to frame; what it shows is where the hand is.
  await page.mouse.move(to.x, to.y);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  await page.mouse.up();
  for (const key of keys) await page.keyboard.up(key);
}

/** Holds a finger on a point until the guide takes it for meant, moves it in steps, and lifts it. */
export async function dragByTouch(page: Page, from: { x: number; y: number }, to: { x: number; y: number }) {
  const devtools = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", points: { x: number; y: number }[]) =>
    devtools.send("Input.dispatchTouchEvent", { type, touchPoints: points });
  await touch("touchStart", [from]);
  await expect(page.getByTestId("guide-ghost").first()).toBeVisible();
  for (let step = 1; step <= 8; step++) {
    const part = step / 8;
    await touch("touchMove", [{ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }]);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  }
  await touch("touchEnd", []);
  await devtools.detach();
}
