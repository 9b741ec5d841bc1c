import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { createApiKey, signUpByRequest } from "./support/accounts";
import { serveForeignSite } from "./support/foreign-site";
import { newAccount, Program, productUrl } from "./support/program";
import { uploadClip } from "./support/upload-clip";
import { allowSleep, expectMoving, expectStill, holdNextSegment, sleep, sourceOf } from "./support/viewer";

const SCOPES = ["content:read", "content:write", "channel:read", "channel:write"];
/** Apart from what other runs on the same product may have left. */
const NAME = `Lighthouse Cinema ${randomUUID().slice(0, 4)}`;
const FILM = "The Lighthouse Keepers";

interface Channel {
  id: string;
  slug: string;
  watchUrl: string;
}

const creator = newAccount();
let program: Program;
let channel: Channel;

test.beforeAll(async ({ request }) => {
  await signUpByRequest(request, creator);
  program = new Program(await createApiKey(request, SCOPES));
  const film = await uploadClip(program, "lighthouse-keepers", 20);
  channel = await program.call("POST", "/v1/creator/channels", { name: NAME, kind: "loop", category: "documentary" });
  await program.call("PATCH", `/v1/creator/content/${film}`, { title: FILM, channelId: channel.id });
  await program.call("POST", `/v1/creator/channels/${channel.id}/publish`);
  const seen = () => program.call<{ now: { title: string } | null }>("GET", `/v1/channels/${channel.slug}`);
  await expect.poll(async () => (await seen()).now?.title, { timeout: 60_000 }).toBe(FILM);
});

test("two viewers come by the front page, and the creator sees two within ten seconds", async ({ browser, page }) => {
  await page.goto(`${productUrl()}/sign-in`);
  await page.getByLabel("E-mail").fill(creator.email);
  await page.getByLabel("Password", { exact: true }).fill(creator.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/library");
  await page.goto(`${productUrl()}/analytics`);
  await expect(page.getByTestId("live-viewers")).toHaveText("0");

  const contexts = await Promise.all([browser.newContext(), browser.newContext()]);
  const viewers = await Promise.all(contexts.map((context) => context.newPage()));
  for (const viewer of viewers) {
    await viewer.goto(productUrl());
    await viewer
      .getByRole("region", { name: /^Documentary/ })
      .getByRole("link", { name: NAME })
      .click();
    await viewer.waitForURL(`**/watch/${channel.slug}`);
    await expectMoving(viewer);
  }
  await expect(page.getByTestId("live-viewers")).toHaveText("2", { timeout: 10_000 });
  await Promise.all(contexts.map((context) => context.close()));
});

test("the front page finds a programme although letters are wrong, and tells of it in the address", async ({
  page,
}) => {
  const search = page.getByRole("searchbox", { name: "Search channels and programmes" });
  // A key counts once the page's scripts run.
  const leadToSearch = () =>
    expect(async () => {
      await page.keyboard.press("/");
      await expect(search).toBeFocused({ timeout: 500 });
    }).toPass();
  await page.goto(productUrl());
  await leadToSearch();
  await page.keyboard.type("lihgthouse keper");
  const found = page.getByRole("region", { name: "Results for" });
  const programme = found.getByRole("link", { name: new RegExp(`${FILM}.*On now on ${NAME}`) });
  await expect(programme).toBeVisible();
  await page.reload();
  await expect(programme).toBeVisible();
  await leadToSearch();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("region", { name: /^Documentary/ })).toBeVisible();
  await page.goto(`${productUrl()}/?category=documentary`);
  await expect(page.getByRole("link", { name: NAME })).toBeVisible();
  await page.goto(`${productUrl()}/?q=keepers`);
  await programme.click();
  await page.waitForURL(`**/watch/${channel.slug}`);
});

test("the watch page survives the loss of its network and an hour of sleep", async ({ page, context }) => {
  await allowSleep(page);
  await page.goto(channel.watchUrl);
  await expectMoving(page);

  // What was on its way still comes in: it is no sign of a network.
  const segment = await holdNextSegment(page);
  await context.setOffline(true);
  await segment.release();
  await expectStill(page);
  await expect(page.getByText("Reconnecting…")).toBeVisible({ timeout: 30_000 });
  await context.setOffline(false);
  await expectMoving(page);
  await expect(page.getByText("Reconnecting…")).toBeHidden();

  const before = await sourceOf(page);
  await sleep(page, 3_000, 3_600_000);
  await expect.poll(() => sourceOf(page), { timeout: 15_000 }).not.toBe(before);
  await expectMoving(page);
  await expect(page.getByRole("button", { name: "Live", exact: true })).toBeVisible();
});

test("a channel that leaves the air says so and comes back by itself, as loud as it was left", async ({ page }) => {
  await page.goto(channel.watchUrl);
  await expectMoving(page);
  await page.keyboard.press("m");
  await expect(page.getByRole("button", { name: "Sound on (M)" })).toBeVisible();
  await page.evaluate(() => Object.assign(window, { isSamePage: true }));

  await program.call("POST", `/v1/creator/channels/${channel.id}/unpublish`);
  await expect(page.getByText("OFF AIR")).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText("This channel is off the air")).toBeVisible();
  await program.call("POST", `/v1/creator/channels/${channel.id}/publish`);
  await expect(page.getByText("ON AIR")).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText("This channel is off the air")).toBeHidden({ timeout: 30_000 });
  await expectMoving(page);
  expect(await page.evaluate(() => "isSamePage" in window)).toBe(true);
  await page.reload();
  await expect(page.getByRole("button", { name: "Sound on (M)" })).toBeVisible();
});

test("other sites may frame the embedded player, as its page describes it, and no other page", async ({ page }) => {
  await page.goto(channel.watchUrl);
  const described = await page.locator('link[type="application/json+oembed"]').getAttribute("href");
  const { html, title } = await (await fetch(described ?? "")).json();
  expect(title).toBe(NAME);
  const facts = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? "");
  expect(facts.publication[0]).toMatchObject({ "@type": "BroadcastEvent", isLiveBroadcast: true });

  const closed = ["/", `/watch/${channel.slug}`, "/sign-in", "/library", "/developers", "/link"];
  const frames = closed.map((path) => `<iframe title="${path}" src="${productUrl()}${path}"></iframe>`).join("");
  const site = await serveForeignSite(`<main>${html}</main>${frames}`);
  try {
    await page.goto(site.origin);
    const player = page.frames().find((frame) => frame.url().includes("/embed/"));
    await expectMoving(player!);
    const [leads] = await Promise.all([
      page.context().waitForEvent("page"),
      page.frameLocator("main iframe").getByRole("link", { name: "Open the channel's page" }).click(),
    ]);
    await expect(leads).toHaveURL(channel.watchUrl);
    for (const path of closed) {
      const frame = await (await page.locator(`iframe[title="${path}"]`).elementHandle())!.contentFrame();
      expect(frame?.url(), path).toBe("chrome-error://chromewebdata/");
    }
  } finally {
    await site.close();
  }
});

test("a page is shared by its address and by the code of its player", async ({ page }) => {
  await page.goto(channel.watchUrl);
  await page.getByRole("button", { name: "Share" }).click();
  const dialog = page.getByRole("dialog", { name: `Share ${NAME}` });
  await expect(dialog.getByLabel("Link", { exact: true })).toHaveValue(channel.watchUrl);
  await expect(dialog.getByLabel("Code for your own site", { exact: true })).toHaveValue(
    new RegExp(`^<iframe src="${productUrl()}/embed/watch/${channel.slug}"`),
  );
});
