import AxeBuilder from "@axe-core/playwright";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { createApiKey, signUpByRequest } from "./support/accounts";
import { makeClip } from "./support/clips";
import { operator } from "./support/operator";
import { Program, productUrl } from "./support/program";
import { signUp } from "./support/studio";

const CLIP = { name: "pirate-reel", seconds: 8 };
/** Titles come from the names of files, and the clip's says what it is. */
const TITLE = "pirate-reel-8s-640x360-25";
const REASON = "The music of the closing credits is not cleared.";
const NOTE = "It has other music now.";

test("a moderator blocks an item by keyboard, its owner reads why and asks again, and it is free", async ({
  page,
  browser,
}) => {
  const { blockId } = await scheduledItem(page);
  const moderator = await signedIn(browser);

  await moderator.goto(`${productUrl()}/review?tab=ready&q=${TITLE}`);
  const row = moderator.getByRole("list", { name: "Items" }).getByRole("listitem").filter({ hasText: TITLE });
  await expect(row).toContainText("Ada Lovelace");
  await moderator.keyboard.press("ArrowDown");
  const panel = moderator.getByRole("complementary").filter({ hasText: TITLE });
  await expect(panel.locator("video")).toHaveJSProperty("readyState", 4);
  await expect(panel).toContainText("On the guide once from now on");
  await accessible(moderator, "the open item");
  await moderator.keyboard.press("b");
  const dialog = moderator.getByRole("dialog", { name: `Block “${TITLE}”` });
  await dialog.getByRole("textbox", { name: "Reason" }).fill(REASON);
  await moderator.keyboard.press("Control+Enter");
  await expect(moderator.getByText(`“${TITLE}” is blocked`)).toBeVisible();
  await expect(row).toBeHidden();

  await page.goto(`${productUrl()}/schedule`);
  await expect(page.locator(`[data-block-id="${blockId}"]`)).toBeHidden();
  await page.getByRole("button", { name: "Show what is missing" }).click();
  const missing = page.getByRole("dialog", { name: "Left out of the guide" });
  await expect(missing).toContainText(TITLE);
  await expect(missing).toContainText(`A moderator blocked it: ${REASON}`);
  await missing.getByRole("button", { name: "Close" }).last().click();

  await page.goto(`${productUrl()}/library?status=blocked`);
  await page.getByRole("link", { name: TITLE }).click();
  const own = page.getByRole("complementary").filter({ hasText: TITLE });
  await expect(own.getByRole("alert")).toContainText(REASON);
  await expect(own.getByRole("alert")).toContainText("One block has left your guides.");
  await accessible(page, "a blocked item");
  await own.getByRole("button", { name: "Ask for another look" }).click();
  await own.getByLabel("What should the moderators know?").fill(NOTE);
  await own.getByRole("button", { name: "Send to review" }).click();
  await expect(own.getByText("A moderator looks at it before it can be scheduled.")).toBeVisible();

  await moderator.goto(`${productUrl()}/review?q=${TITLE}`);
  await expect(row).toContainText("Another look");
  await row.getByRole("button", { name: TITLE }).click();
  await expect(panel).toContainText(`“${NOTE}”`);
  await moderator.keyboard.press("a");
  await expect(moderator.getByText(`“${TITLE}” is approved`)).toBeVisible();
  await moderator.getByRole("tab", { name: "Decisions" }).click();
  const history = moderator.getByRole("list", { name: "Decisions" }).getByRole("listitem").filter({ hasText: TITLE });
  await expect(history).toHaveCount(3);
  await expect(history.nth(2)).toContainText("1 block left the guides");
  await accessible(moderator, "the decisions");

  await page.goto(`${productUrl()}/library?status=ready`);
  await page.getByRole("link", { name: TITLE }).click();
  await own.getByRole("button", { name: "Play", exact: true }).click();
  await expect(own.locator("video")).toBeVisible();
  await expect(own.getByRole("alert")).toBeHidden();
  await moderator.context().close();
});

/** An item that was brought in by its owner and stands on the guide of a channel in two hours. */
async function scheduledItem(page: Page): Promise<{ blockId: string }> {
  await signUp(page);
  const scopes = ["content:read", "channel:write", "schedule:write"];
  const program = new Program(await createApiKey(page.request, scopes));
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles(await makeClip(CLIP));
  const row = page.getByRole("row").filter({ hasText: TITLE });
  const ready = row.filter({ has: page.getByText("Ready", { exact: true }) });
  await expect(ready).toHaveCount(1, { timeout: 150_000 });
  const { items } = await program.call<{ items: { id: string }[] }>("GET", "/v1/creator/content");
  const channel = await program.call<{ id: string }>("POST", "/v1/creator/channels", { name: "Harbour TV" });
  const startsAt = new Date(Date.now() + 2 * 3_600_000).toISOString();
  const block = { channelId: channel.id, contentItemId: items[0]?.id, startsAt };
  const placed = await program.call<{ id: string }>("POST", "/v1/creator/schedule", block);
  return { blockId: placed.id };
}

/** Somebody whom the operator has made a moderator; before, the page is not there for them. */
async function signedIn(browser: Browser): Promise<Page> {
  // axe asks for a context of its own.
  const page = await (await browser.newContext()).newPage();
  const { email } = await signUpByRequest(page.request);
  expect((await page.goto(`${productUrl()}/review`))?.status()).toBe(404);
  expect(await operator("moderators", "add", email)).toContain("is a moderator from now on");
  return page;
}

async function accessible(page: Page, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).exclude("iframe").analyze();
  expect(
    violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
    what,
  ).toEqual([]);
}
