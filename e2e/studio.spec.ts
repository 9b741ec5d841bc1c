import { expect, type Page, test } from "@playwright/test";
import { createApiKey, signUpByRequest } from "./support/accounts";
import { Program, productUrl } from "./support/program";
import { pageLive } from "./support/studio";

// What follows the first load of a page may take long on a machine that does other things as well.
test.use({ actionTimeout: 60_000 });
const slowly = expect.configure({ timeout: 60_000 });

const SCOPES = ["content:read", "content:write", "channel:read", "channel:write"];
const TITLES = ["Alpha ferry", "Bravo ferry", "Charlie ferry"];

/** A creator with three items whose files are still to come, and a channel. */
async function furnish(page: Page): Promise<{ program: Program; channelId: string; ids: string[] }> {
  await signUpByRequest(page.request);
  const program = new Program(await createApiKey(page.request, SCOPES));
  const channel = await program.call<{ id: string }>("POST", "/v1/creator/channels", { name: "Harbour TV" });
  const ids: string[] = [];
  for (const title of TITLES) {
    const file = { filename: "ferry.mp4", title, sizeBytes: 1000, contentType: "video/mp4" };
    const begun = await program.call<{ contentItemId: string }>("POST", "/v1/creator/uploads/direct/init", file);
    ids.push(begun.contentItemId);
  }
  return { program, channelId: channel.id, ids };
}

interface Item {
  tags: string[];
  channelId: string | null;
}

test("a creator finds everything by keyboard, changes many items at once and takes it back", async ({ page }) => {
  const { program, channelId, ids } = await furnish(page);
  const item = () => program.call<Item>("GET", `/v1/creator/content/${ids[0]}`);
  await page.goto(`${productUrl()}/library?sort=title&direction=asc`);
  await pageLive(page);
  const rows = page.getByRole("table", { name: "Items" }).getByRole("row");
  await slowly(rows.filter({ hasText: "ferry" })).toHaveCount(3);

  await page.keyboard.press("?");
  await slowly(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  await page.keyboard.press("Escape");

  await rows.filter({ hasText: "Alpha" }).getByRole("link").focus();
  await page.keyboard.press("x");
  await page.keyboard.press("ArrowDown");
  await slowly(rows.filter({ hasText: "Bravo" }).getByRole("link")).toBeFocused();
  await page.keyboard.press("x");
  const selected = page.getByRole("region", { name: "Selected items" });
  await slowly(selected.getByRole("status")).toHaveText("2 selected");

  await selected.getByRole("button", { name: "Tag" }).click();
  await page.getByLabel("Add", { exact: true }).fill("evening");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Apply" }).click();
  await slowly.poll(async () => (await item()).tags).toEqual(["evening"]);
  await page.getByRole("button", { name: "Undo" }).click();
  await slowly.poll(async () => (await item()).tags).toEqual([]);

  await selected.getByRole("button", { name: "Move to channel" }).click();
  await page.getByRole("menuitem", { name: "Harbour TV" }).click();
  await slowly.poll(async () => (await item()).channelId).toBe(channelId);

  await page.keyboard.press("Delete");
  const undo = page.getByRole("listitem").filter({ hasText: "2 items deleted" }).getByRole("button", { name: "Undo" });
  await undo.click();
  await slowly(rows.filter({ hasText: "ferry" }).getByRole("link", { name: "Alpha ferry" })).toBeVisible();
  await slowly(selected).toBeHidden();

  await rows.filter({ hasText: "Charlie" }).getByRole("checkbox").check();
  await page.keyboard.press("Delete");
  // Leaving the page carries out what was not taken back.
  await page.goto(`${productUrl()}/channels`);
  await pageLive(page);
  const gone = async () => (await page.request.get(`${productUrl()}/v1/creator/content/${ids[2]}`)).status();
  await slowly.poll(gone).toBe(404);
  expect(await item()).toMatchObject({ tags: [], channelId });

  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("bravo");
  await slowly(page.getByRole("option", { name: "Bravo ferry" })).toBeVisible();
  await page.keyboard.press("Enter");
  await slowly(page.getByRole("heading", { name: "Bravo ferry" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("g");
  await page.keyboard.press("a");
  await slowly(page.getByRole("heading", { name: "Analytics" })).toBeVisible();
});

test("a creator rewrites captions in the browser and chooses the ones that are on by default", async ({ page }) => {
  const { ids } = await furnish(page);
  const captions = `${productUrl()}/v1/creator/content/${ids[0]}/captions`;
  const buffer = Buffer.from("WEBVTT\n\n00:01.000 --> 00:02.000\nAhoy\n");
  const added = await page.request.post(captions, {
    headers: { origin: productUrl() },
    multipart: { file: { name: "a.vtt", mimeType: "text/vtt", buffer }, language: "en", label: "English" },
  });
  expect(added.status(), await added.text()).toBe(201);

  await page.goto(`${productUrl()}/library/${ids[0]}`);
  await pageLive(page);
  await page.getByRole("tab", { name: "Captions" }).click();
  await page.getByRole("button", { name: "Make English the default" }).click();
  await slowly(page.getByText("Default", { exact: true })).toBeVisible();

  await page.getByRole("button", { name: "Edit English" }).click();
  const editor = page.getByRole("dialog", { name: "Captions “English”" });
  await editor.getByLabel("Caption 1", { exact: true }).fill("Ahoy there");
  await editor.getByLabel("Caption 1 ends").fill("0:00.500");
  await slowly(editor.getByText("It ends before it begins.")).toBeVisible();
  await editor.getByLabel("Caption 1 ends").fill("0:03.250");
  await editor.getByRole("button", { name: "Save" }).click();
  await slowly(editor).toBeHidden();
  const saved = async () => {
    const address = await page.getByRole("link", { name: "English" }).getAttribute("href");
    return (await page.request.get(address!)).text();
  };
  await slowly.poll(saved).toBe("WEBVTT\n\n00:00:01.000 --> 00:00:03.250\nAhoy there\n");
  await slowly(page.getByText("Default", { exact: true })).toBeVisible();
});

test("what a page fetches only when it is used may fail to come: the page stays, and it comes with the network", async ({
  page,
}) => {
  await signUpByRequest(page.request);
  await page.goto(`${productUrl()}/channels`);
  await pageLive(page);
  const create = page.getByRole("button", { name: "New channel" }).first();
  const failures = new Map<string, number>();
  page.on("requestfailed", (request) => failures.set(request.url(), (failures.get(request.url()) ?? 0) + 1));
  await page.context().setOffline(true);
  await create.click();
  // The bundler asks a second time by itself before it gives up.
  await slowly.poll(() => Math.max(0, ...failures.values())).toBeGreaterThan(2);
  await slowly(page.getByRole("heading", { name: "Channels" })).toBeVisible();
  await slowly(page.getByRole("dialog")).toBeHidden();

  await page.context().setOffline(false);
  await slowly(page.getByRole("dialog", { name: "New channel" })).toBeVisible();
  await slowly(page.getByText("A part of the page could not be loaded.")).toBeVisible();
});
