import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { createApiKey, signUpByRequest } from "./support/accounts";
import { enter, tabTo, write } from "./support/keyboard";
import { Program, productUrl } from "./support/program";
import { pageLive } from "./support/studio";

// What follows the first load of a page may take long on a machine that does other things as well.
test.setTimeout(480_000);
const slowly = expect.configure({ timeout: 60_000 });
const SCOPES = ["content:read", "content:write", "channel:write"];
const FERRIES = ["Alpha ferry", "Bravo ferry", "Charlie ferry"];

/** A creator with three items whose files are still to come; the first is tagged. */
async function furnish(page: Page): Promise<Program> {
  await signUpByRequest(page.request);
  const program = new Program(await createApiKey(page.request, SCOPES));
  for (const title of FERRIES) {
    const file = { filename: "ferry.mp4", title, sizeBytes: 1000, contentType: "video/mp4" };
    const { contentItemId } = await program.call<{ contentItemId: string }>(
      "POST",
      "/v1/creator/uploads/direct/init",
      file,
    );
    if (title === FERRIES[0])
      await program.call("PATCH", `/v1/creator/content/${contentItemId}`, { tags: ["evening"] });
  }
  return program;
}

test("the library is narrowed, ordered and walked through by keyboard, and its address keeps all of it", async ({
  page,
}) => {
  await furnish(page);
  await page.goto(`${productUrl()}/library`);
  await pageLive(page);
  const rows = page.getByRole("table", { name: "Items" }).getByRole("row").filter({ hasText: "ferry" });
  await slowly(rows).toHaveCount(3);

  await page.keyboard.press("/");
  await page.keyboard.type("ferr");
  await expect(page).toHaveURL(/q=ferr/);
  await enter(page, page.getByRole("button", { name: "Filters" }));
  await tabTo(page, page.getByRole("combobox", { name: "Tag" }));
  await page.keyboard.type("evening");
  await slowly(rows).toHaveCount(1);
  await page.reload();
  await pageLive(page);
  await slowly(rows.filter({ hasText: "Alpha" })).toBeVisible();
  await expect(rows).toHaveCount(1);
  await enter(page, page.getByRole("button", { name: "Clear filters" }));
  await slowly(rows).toHaveCount(3);

  const titles = page.getByRole("columnheader", { name: "Title" });
  await enter(page, titles.getByRole("button"));
  await expect(titles).toHaveAttribute("aria-sort", "ascending");
  await enter(page, page.getByRole("button", { name: "Show as pictures" }));
  await expect(page).toHaveURL(/sort=title&direction=asc&view=grid/);
  const pictures = page.getByRole("list", { name: "Items" });
  await tabTo(page, pictures.getByRole("link", { name: "Alpha ferry" }));
  await page.keyboard.press("ArrowRight");
  await expect(pictures.getByRole("link", { name: "Bravo ferry" })).toBeFocused();
  await page.keyboard.press("x");
  await slowly(page.getByRole("region", { name: "Selected items" }).getByRole("status")).toHaveText("1 selected");

  await page.keyboard.press("Enter");
  const panel = page.getByRole("complementary").filter({ hasText: "Bravo ferry" });
  await write(page, panel.getByLabel("Title"), "Delta ferry");
  await page.keyboard.press("Tab");
  await slowly(page.getByRole("complementary").getByText("Saved")).toBeVisible();
  await page.reload();
  await slowly(page.getByRole("complementary").getByRole("heading", { name: "Delta ferry" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("complementary")).toBeHidden();
});

test("a file that is no video fails in words that say what to do", async ({ page }) => {
  await signUpByRequest(page.request);
  const folder = path.resolve(".lineup/e2e/clips");
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, "broken.mp4");
  await writeFile(file, "These are words, whatever the name says.");
  await page.goto(`${productUrl()}/library`);
  await pageLive(page);
  await page.getByLabel("Video files to upload").setInputFiles(file);
  const row = page.getByRole("row").filter({ hasText: "broken" });
  await expect(row.getByRole("cell", { name: "Failed", exact: true })).toBeVisible({ timeout: 150_000 });
  await row.getByRole("link", { name: "broken" }).click();
  const reason = page.getByRole("alert").filter({ hasText: "This file could not be converted" });
  await slowly(reason).toContainText("not a video or audio file");
  const chooser = page.waitForEvent("filechooser");
  await enter(page, reason.getByRole("button", { name: "Upload another file" }));
  await chooser;
});

test("the first list comes with the page, and going back shows what is and not what was", async ({ page }) => {
  const program = await furnish(page);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${productUrl()}/library`);
  await pageLive(page);
  const rows = page.getByRole("table", { name: "Items" }).getByRole("row").filter({ hasText: "ferry" });
  await slowly(rows).toHaveCount(3);
  expect(asked).not.toContain("/v1/creator/content");
  expect(asked).not.toContain("/v1/creator/channels");
  const { items } = await program.call<{ items: { id: string; title: string }[] }>("GET", "/v1/creator/content");
  const alpha = items.find(({ title }) => title === FERRIES[0]);
  // Before any script has run the list and the open item are there to be read.
  const drawn = await (await page.request.get(`${productUrl()}/library/${alpha?.id}`)).text();
  for (const title of FERRIES) expect(drawn).toMatch(new RegExp(`<a [^>]*>${title}</a>`));
  expect(drawn).toMatch(new RegExp(`<h2 [^>]*>${FERRIES[0]}</h2>`));
  await page.getByRole("navigation", { name: "Studio" }).getByRole("link", { name: "Channels" }).click();
  await expect(page.getByRole("heading", { name: "Channels" })).toBeVisible();
  await program.call("PATCH", `/v1/creator/content/${alpha?.id}`, { title: "Echo ferry" });
  // Until what is remembered of the list counts as old.
  await page.waitForTimeout(5_500);
  await page.goBack();
  await expect(rows.filter({ hasText: "Echo" })).toBeVisible({ timeout: 10_000 });
});

test("what could not be loaded says so and comes at the second try", async ({ page }) => {
  await furnish(page);
  await page.goto(`${productUrl()}/library`);
  await pageLive(page);
  const titles = page.getByRole("columnheader", { name: "Title" }).getByRole("button");
  await slowly(titles).toBeVisible();
  await page.route("**/v1/creator/content?**", (route) => route.abort());
  await enter(page, titles);
  const alert = page.getByRole("alert").filter({ hasText: "The library could not be loaded" });
  await slowly(alert).toBeVisible();
  await tabTo(page, alert.getByRole("button", { name: "Try again" }));
  await page.unroute("**/v1/creator/content?**");
  await page.keyboard.press("Enter");
  await slowly(page.getByRole("row").filter({ hasText: "ferry" })).toHaveCount(3);
});

test("the frame shows what is on air, and its palette goes, finds and acts", async ({ page, context }) => {
  const program = await furnish(page);
  const { id } = await program.call<{ id: string }>("POST", "/v1/creator/channels", { name: "Harbour TV" });
  const { hlsUrl } = await program.call<{ hlsUrl: string }>("POST", `/v1/creator/channels/${id}/publish`);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);

  await page.goto(`${productUrl()}/catalog/on-demand`);
  await page.waitForURL("**/library");
  const part = page.getByRole("navigation", { name: "Library" }).getByRole("link", { name: "On Demand" });
  await expect(part).toHaveAttribute("aria-current", "page");
  await slowly(page.getByRole("list", { name: "On air" }).getByRole("link")).toContainText("Harbour TV");

  const command = async (typed: string, name: string | RegExp) => {
    await page.keyboard.press("Control+k");
    const palette = page.getByRole("dialog", { name: "Commands" });
    await slowly(palette.getByRole("combobox")).toBeFocused();
    await page.keyboard.type(typed);
    await slowly(palette.getByRole("option", { name }).first()).toHaveAttribute("data-selected", "true");
    await page.keyboard.press("Enter");
  };
  await command("hls harbour", /Copy the HLS address/);
  await slowly(page.getByText("The HLS address of “Harbour TV” is copied")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(hlsUrl);
  await command("light theme", "Light theme");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
  await command("api keys", /API Keys/);
  await page.waitForURL("**/account/api-keys");
  await expect(page.locator("html"), "the theme goes along").toHaveAttribute("data-theme", "light");
  await command("charlie", "Charlie ferry");
  await slowly(page.getByRole("heading", { name: "Charlie ferry" })).toBeVisible();
});
