import { expect, type Page, test } from "@playwright/test";
import { weigh, zap } from "../scripts/testing/tv-weight";
import { openTv } from "./support/old-engine";
import { productUrl } from "./support/program";
import { makeTvChannels } from "./support/tv-channels";

const bar = (tv: Page) => tv.getByRole("region", { name: "Channel", exact: true });
const guide = (tv: Page) => tv.getByRole("region", { name: "Guide" });
const menu = (tv: Page) => tv.getByRole("region", { name: "Menu" });
const pairing = (tv: Page) => tv.getByRole("region", { name: "Sign in" });

async function press(tv: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await tv.keyboard.press(key);
}

/** Position of the picture, in seconds. */
const position = (tv: Page) => tv.locator("video").evaluate((video) => (video as HTMLVideoElement).currentTime);

async function expectMovingPicture(tv: Page): Promise<void> {
  await expect.poll(() => position(tv), { timeout: 60_000 }).toBeGreaterThan(0);
  const from = await position(tv);
  await expect.poll(async () => (await position(tv)) - from, { timeout: 30_000 }).toBeGreaterThan(1);
}

/** Types the number of a channel. */
async function tune(tv: Page, channel: { number: number; name: string }): Promise<void> {
  await press(tv, ...String(channel.number));
  await expect(bar(tv)).toContainText(channel.name);
}

test("a television of 2018 pairs, zaps and shows the guide by its keys alone, and pairs again when it is signed out", async ({
  page,
  browser,
}) => {
  const { first, draft, program } = await makeTvChannels(page.request);
  const context = await openTv(browser);
  const tv = await context.newPage();
  const errors: string[] = [];
  tv.on("pageerror", (error) => errors.push(error.message));
  tv.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) errors.push(message.text());
  });
  await tv.goto(`${productUrl()}/tv`);

  await test.step("signed out it plays what is on the air", async () => {
    await expect(bar(tv)).toBeVisible();
    await tune(tv, first);
    await expectMovingPicture(tv);
    await press(tv, "ArrowUp");
    await expect(bar(tv)).not.toContainText(first.name);
    await press(tv, "ArrowDown");
    await expect(bar(tv)).toContainText(first.name);
    await press(tv, "Escape");
    await expect(bar(tv)).toBeHidden();
  });

  await test.step("the guide lies over the picture, and OK tunes", async () => {
    await press(tv, "ArrowLeft");
    const focused = guide(tv).locator(".cell:focus");
    await expect(focused).toHaveAttribute("aria-label", new RegExp(`^${first.number} Harbour TV, `));
    const label = await focused.getAttribute("aria-label");
    await press(tv, "ArrowRight");
    await expect(focused).not.toHaveAttribute("aria-label", label!);
    await press(tv, "ArrowLeft", "ArrowDown", "ArrowUp");
    await expect(focused).toHaveAttribute("aria-label", label!);
    await press(tv, "ArrowUp", "Enter");
    await expect(guide(tv)).toBeHidden();
    await expect(bar(tv)).toBeVisible();
  });

  await test.step("a channel that leaves the air while it is watched says so, and comes back by itself", async () => {
    await tune(tv, first);
    await expectMovingPicture(tv);
    await program.call("POST", `/v1/creator/channels/${first.id}/unpublish`);
    const notice = tv.getByText("Harbour TV is off the air");
    await expect(notice).toBeVisible({ timeout: 45_000 });
    await program.call("POST", `/v1/creator/channels/${first.id}/publish`);
    await expect(notice).toBeHidden({ timeout: 45_000 });
    await expectMovingPicture(tv);
  });

  await test.step("it shows a code, and its owner lets it in at /link", async () => {
    await press(tv, "ArrowRight", "ArrowUp");
    await expect(menu(tv).getByRole("button", { name: "Sign in" })).toBeFocused();
    await press(tv, "Enter");
    await expect(pairing(tv).locator("svg.qr path")).toBeAttached();
    const code = await pairing(tv).locator(".pairing-code").textContent();
    await page.goto(`${productUrl()}/link?user_code=${code}`);
    await expect(page.getByText("LG TV", { exact: true })).toBeVisible();
    await page.getByRole("button", { name: "Sign in the TV" }).click();
    await expect(pairing(tv)).toBeHidden({ timeout: 30_000 });
  });

  await test.step("signed in it has its owner's drafts, which play as they would on the air", async () => {
    await expect
      .poll(async () => {
        await press(tv, ...String(draft.number));
        return bar(tv).textContent();
      })
      .toContain(draft.name);
    await expectMovingPicture(tv);
  });

  await test.step("signed out in Account, it shows a new code", async () => {
    await page.goto(`${productUrl()}/account/sessions`);
    await page.getByRole("button", { name: "Sign out LG TV" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Sign out" }).click();
    await expect(pairing(tv)).toContainText("This TV was signed out.", { timeout: 40_000 });
    await expect(pairing(tv).locator("svg.qr path")).toBeAttached();
  });

  expect(errors).toEqual([]);
  await context.close();
});

test("zapping leaves nothing behind: memory, nodes and listeners stay as they were", async ({ browser, request }) => {
  await makeTvChannels(request);
  const context = await openTv(browser);
  const tv = await context.newPage();
  await tv.goto(`${productUrl()}/tv`);
  await expect(bar(tv)).toBeVisible();
  const devtools = await context.newCDPSession(tv);
  await zap(tv, 20, 20);
  const before = await weigh(devtools);
  await zap(tv, 60, 20);
  const after = await weigh(devtools);
  expect(after.megabytes - before.megabytes).toBeLessThan(4);
  expect(after.nodes - before.nodes).toBeLessThan(300);
  expect(after.listeners - before.listeners).toBeLessThan(60);
  await context.close();
});
