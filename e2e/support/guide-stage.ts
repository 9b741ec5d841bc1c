import { type Browser, expect, type Page } from "@playwright/test";
import { signUpByRequest } from "./accounts";
import { makeClip } from "./clips";
import { block, type GuideBlocks, placeByApi } from "./guide";
import { productUrl } from "./program";

export const MINUTE = 60_000;
/** A day far enough ahead that no journey meets the present; the channels' clocks show UTC. */
export const DAY = Date.UTC(2031, 4, 3);
export const at = (hours: number, minutes = 0) => DAY + (hours * 60 + minutes) * MINUTE;
const iso = (ms: number) => new Date(ms).toISOString();

/** Breaks of any length, which need no content: `[channel, hour, minute, minutes]`. The page shows them afterwards. */
export type LayOut = (
  ...spans: [channelId: string, hour: number, minute: number, minutes: number][]
) => Promise<GuideBlocks[]>;

/** One account with one real film and two channels; each journey clears the guide and lays it out anew. */
export async function openGuideStage(
  browser: Browser,
  filmSeconds = 6,
): Promise<{ page: Page; one: string; two: string; layOut: LayOut }> {
  const context = await browser.newContext({ timezoneId: "UTC", viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await signUpByRequest(page.request);
  await page.goto(`${productUrl()}/library`);
  const clip = await makeClip({ name: `guide-film-${filmSeconds}`, seconds: filmSeconds, size: "320x180" });
  await page.locator('input[type="file"]').first().setInputFiles(clip);
  const status = async () => {
    const { items } = await (await page.request.get(`${productUrl()}/v1/creator/content`)).json();
    return items[0]?.status;
  };
  await expect.poll(status, { timeout: 150_000 }).toBe("ready");
  const [one, two] = [await newChannel(page, "First"), await newChannel(page, "Second")];
  return { page, one, two, layOut: (...spans) => layOut(page, [one, two], spans) };
}

async function newChannel(page: Page, name: string): Promise<string> {
  const reply = await page.request.post(`${productUrl()}/v1/creator/channels`, {
    data: { name, timezone: "UTC" },
    headers: { origin: productUrl() },
  });
  expect(reply.status()).toBe(201);
  return (await reply.json()).id;
}

async function layOut(page: Page, channelIds: string[], spans: Parameters<LayOut>): Promise<GuideBlocks[]> {
  for (const channelId of channelIds) {
    const query = new URLSearchParams({ channelId, from: iso(DAY), to: iso(DAY + 48 * 60 * MINUTE) });
    const { blocks } = await (await page.request.get(`${productUrl()}/v1/creator/schedule?${query}`)).json();
    const removed = blocks.map(({ id }: GuideBlocks) => ({ op: "remove", blockId: id }));
    if (removed.length > 0) await placeByApi(page, removed);
  }
  const edits = spans.map(([channelId, hour, minute, minutes]) => ({
    op: "place",
    channelId,
    kind: "ad_break",
    startsAt: iso(at(hour, minute)),
    durationSeconds: minutes * 60,
  }));
  const blocks = edits.length > 0 ? await placeByApi(page, edits) : [];
  await page.goto(`${productUrl()}/schedule?channelId=${channelIds[0]}&day=2031-05-03&zoom=180&time=09:00`);
  await expect(page.getByTestId("guide-surface")).toBeVisible();
  for (const { id } of blocks) await expect(block(page, id)).toBeVisible();
  return blocks;
}
