import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { createApiKey, signUpByRequest } from "./support/accounts";
import { newAccount, Program, productUrl } from "./support/program";
import { uploadClip } from "./support/upload-clip";
import { expectMoving } from "./support/viewer";

const SCOPES = ["content:read", "content:write", "channel:read", "channel:write"];
/** Apart from what other runs on the same product may have left. */
const NAME = `Lighthouse Cinema ${randomUUID().slice(0, 4)}`;
const FILM = "The Lighthouse Keepers";

interface Channel {
  id: string;
  slug: string;
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
  await page.goto(productUrl());
  await page.keyboard.press("/");
  await page.keyboard.type("lihgthouse keper");
  const found = page.getByRole("region", { name: "Results for" });
  const programme = found.getByRole("link", { name: new RegExp(`${FILM}.*On now on ${NAME}`) });
  await expect(programme).toBeVisible();
  await page.reload();
  await expect(programme).toBeVisible();
  await page.keyboard.press("/");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("region", { name: /^Documentary/ })).toBeVisible();
  await page.goto(`${productUrl()}/?category=documentary`);
  await expect(page.getByRole("link", { name: NAME })).toBeVisible();
  await page.goto(`${productUrl()}/?q=keepers`);
  await programme.click();
  await page.waitForURL(`**/watch/${channel.slug}`);
});
