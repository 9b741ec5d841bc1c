import { expect, test } from "@playwright/test";
import { makeClip } from "./support/clips";
import { observePlayback } from "./support/playback";
import { productUrl } from "./support/program";
import { createChannel, dragFromBin, signUp, zoneAtNoon } from "./support/studio";

const CLIP_SECONDS = 24;

test.use({ timezoneId: zoneAtNoon(new Date()) });

test("a creator takes two files from the disk to a channel that plays across the programme boundary", async ({
  page,
  context,
}) => {
  await signUp(page);

  const files = [
    await makeClip({ name: "morning-tide", seconds: CLIP_SECONDS }),
    await makeClip({ name: "evening-light", seconds: CLIP_SECONDS, fps: "30", tone: 660 }),
  ];
  await page.locator('input[type="file"]').first().setInputFiles(files);
  const ready = page.getByRole("row").filter({ has: page.getByText("Ready", { exact: true }) });
  await expect(ready).toHaveCount(files.length, { timeout: 150_000 });

  const channel = await createChannel(page, "Harbour TV");
  await page.goto(`${productUrl()}/schedule?channelId=${channel.id}&zoom=5`);
  await expect(page.getByTestId("bin-item")).toHaveCount(2);
  const startsAtMs = Date.now() + 35_000;
  const first = await dragFromBin(page, "morning-tide", startsAtMs);
  expect(Math.abs(Date.parse(first.startsAt) - startsAtMs)).toBeLessThan(8_000);
  const second = await dragFromBin(page, "evening-light", Date.parse(first.endsAt) + 400);
  expect(second.startsAt, "the second item snaps to the end of the first").toBe(first.endsAt);
  await expect(page.getByTestId("guide-block")).toHaveCount(2);

  await page.goto(`${productUrl()}/channels/${channel.id}`);
  await page.getByRole("button", { name: "Publish" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Publish" }).click();
  await expect(page.getByRole("button", { name: "Unpublish" })).toBeVisible();

  const viewer = await context.browser()!.newPage();
  const fatal: string[] = [];
  viewer.on("pageerror", (error) => fatal.push(error.message));
  await viewer.goto(`${productUrl()}/watch/${channel.slug}`);
  await expect(viewer.getByRole("heading", { name: "Harbour TV" })).toBeVisible();
  const untilAfterBoundaryMs = Date.parse(second.startsAt) - Date.now() + 30_000;
  const playback = await observePlayback(viewer, untilAfterBoundaryMs / 1000);
  expect(fatal).toEqual([]);
  expect(playback.errors).toEqual([]);
  expect(playback.longestFreezeMs).toBeLessThanOrEqual(500);
  expect(playback.seconds).toBeGreaterThan(untilAfterBoundaryMs / 1000 - 2);
  await viewer.close();
});
