import { expect, type Page } from "@playwright/test";
import { type Account, newAccount, productUrl } from "./program";

/** A time zone where it is about noon, so that a journey of some minutes never meets the end of the guide's day. */
export function zoneAtNoon(now: Date): string {
  const hoursAhead = 12 - now.getUTCHours();
  // The names of these zones count the other way round: Etc/GMT-3 is three hours ahead of UTC.
  return hoursAhead === 0 ? "Etc/GMT" : `Etc/GMT${hoursAhead > 0 ? "-" : "+"}${Math.abs(hoursAhead)}`;
}

/** Signs a new creator up through the page, and ends in the library. */
export async function signUp(page: Page): Promise<Account> {
  const account = newAccount();
  await page.goto(`${productUrl()}/sign-up`);
  await page.getByLabel("Your name").fill(account.name);
  await page.getByLabel("E-mail").fill(account.email);
  await page.getByLabel("Password", { exact: true }).fill(account.password);
  await page.getByRole("button", { name: "Create account" }).click();
  await page.waitForURL("**/library");
  return account;
}

/** Creates a channel by the dialog of the channels page and answers its id. */
export async function createChannel(page: Page, name: string): Promise<{ id: string; slug: string }> {
  await page.goto(`${productUrl()}/channels`);
  await page
    .getByRole("button", { name: /new channel|create/i })
    .first()
    .click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill(name);
  const created = page.waitForResponse(
    (reply) => reply.url().endsWith("/v1/creator/channels") && reply.request().method() === "POST",
  );
  await dialog.getByRole("button", { name: /create/i }).click();
  return (await created).json();
}

/** Drags an item of the bin so that its left end comes to lie on an instant of the guide, and answers what was placed. */
export async function dragFromBin(
  page: Page,
  title: string,
  startsAtMs: number,
): Promise<{ startsAt: string; endsAt: string }> {
  const track = page.getByTestId("guide-track").first();
  const handle = page.getByTestId("bin-item").filter({ hasText: title }).getByRole("button").first();
  const grip = (await handle.boundingBox())!;
  const x = await xOfInstant(page, startsAtMs);
  const row = (await track.boundingBox())!;
  const placed = page.waitForResponse(
    (reply) => reply.url().endsWith("/v1/creator/schedule/batch") && reply.request().method() === "POST",
  );
  await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2);
  await page.mouse.down();
  await page.mouse.move(grip.x + grip.width / 2 + 12, grip.y + grip.height / 2 + 12, { steps: 4 });
  await page.mouse.move(x, row.y + row.height / 2, { steps: 16 });
  await expect(page.getByTestId("guide-ghost")).toBeVisible();
  await page.mouse.up();
  const reply = await placed;
  expect(reply.status(), await reply.text()).toBe(200);
  return (await reply.json()).blocks[0];
}

/** Where on the screen an instant lies, by the scale that the guide was drawn in. */
async function xOfInstant(page: Page, instantMs: number): Promise<number> {
  const track = page.getByTestId("guide-track").first();
  const { x } = (await track.boundingBox())!;
  const fromMs = Date.parse((await track.getAttribute("data-from"))!);
  const pxPerSecond = Number(await track.getAttribute("data-px-per-second"));
  return x + ((instantMs - fromMs) / 1000) * pxPerSecond;
}

/** Waits until the scripts of a page of the Studio run: the server draws everything but the clock, and no key counts before. */
export async function pageLive(page: Page): Promise<void> {
  await expect(page.getByRole("button", { name: /^Clock/ })).toBeVisible({ timeout: 60_000 });
}
