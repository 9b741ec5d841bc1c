import { expect, type Page, test } from "@playwright/test";
import sharp from "sharp";
import { signUpByRequest } from "./support/accounts";
import { enter, tabTo, write } from "./support/keyboard";
import { productUrl } from "./support/program";
import { pageLive } from "./support/studio";

// What follows the first load of a page may take long on a machine that does other things as well.
test.use({ actionTimeout: 60_000, permissions: ["clipboard-read", "clipboard-write"] });
const slowly = expect.configure({ timeout: 60_000 });

const logo = () =>
  sharp({ create: { width: 64, height: 64, channels: 3, background: "#c22" } })
    .png()
    .toBuffer();
const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test("by keyboard alone: a channel is made, edited, published, shared and taken off the air, each told before", async ({
  page,
}) => {
  await signUpByRequest(page.request);
  await page.goto(`${productUrl()}/channels`);
  await pageLive(page);
  await slowly(page.getByText("Run your first channel")).toBeVisible();
  await enter(page, page.getByRole("button", { name: "New channel" }));
  await slowly(page.getByRole("dialog", { name: "New channel" }).getByLabel("Name")).toBeFocused();
  await page.keyboard.type("Harbour TV");
  await write(page, page.getByLabel("Description"), "Ships, all day.");
  await page.getByLabel("Logo file").setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: await logo() });
  await enter(page, page.getByRole("button", { name: "Create channel" }));
  await slowly(page.getByRole("heading", { name: "Harbour TV" })).toBeVisible();
  const checklist = page.getByRole("region", { name: "Launch checklist" });
  await slowly(checklist.getByRole("listitem").filter({ hasText: "A logo" }).getByLabel("Done:")).toBeVisible();

  await enter(page, page.getByRole("button", { name: "More about Harbour TV" }));
  await page.getByRole("menuitem", { name: "Edit" }).press("Enter");
  const form = page.getByRole("dialog", { name: "Edit channel" });
  await slowly(form.getByLabel("Name")).toBeFocused();
  await write(page, form.getByLabel("Description"), "Ships and tides.");
  await enter(page, form.getByRole("button", { name: "Save" }));
  await slowly(page.getByText("Ships and tides.")).toBeVisible();

  await enter(page, page.getByRole("button", { name: "Publish" }));
  const publish = page.getByRole("dialog", { name: "Publish “Harbour TV”?" });
  await slowly(publish).toContainText("everybody who has one of its addresses can watch it");
  await slowly(publish.getByRole("listitem").filter({ hasText: "The guide is filled" })).toBeVisible();
  await page.keyboard.press("Enter");
  await slowly(page.getByRole("button", { name: "Unpublish" })).toBeVisible();

  const addresses = page.getByRole("region", { name: "Addresses" });
  const parts = {
    "Watch page": /\/watch\/harbour-tv/,
    "HLS address": /\/master\.m3u8$/,
    "Guide, XMLTV": /\/epg\.xml$/,
    "Playlist for IPTV players, M3U": /\/channel\.m3u$/,
    "Embed code": /^<iframe src="[^"]*\/embed\/watch\//,
  };
  for (const [name, pattern] of Object.entries(parts)) {
    await enter(page, addresses.getByRole("button", { name: `Copy ${name}` }));
    await slowly.poll(() => copied(page), { message: name }).toMatch(pattern);
  }

  await tabTo(page, page.getByRole("tab", { selected: true }));
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  const file = page.getByRole("link", { name: "Download CSV" });
  await slowly(file).toBeVisible();
  const csv = await page.request.get(`${productUrl()}${await file.getAttribute("href")}`);
  expect([csv.status(), csv.headers()["content-type"]]).toEqual([200, expect.stringContaining("text/csv")]);

  await enter(page, page.getByRole("button", { name: "Unpublish" }));
  const unpublish = page.getByRole("dialog", { name: "Take “Harbour TV” off the air?" });
  await slowly(unpublish).toContainText("Its addresses answer “not found”");
  await enter(page, unpublish.getByRole("button", { name: "Unpublish" }));
  await slowly(page.getByRole("button", { name: "Publish", exact: true })).toBeVisible();
});

test("of more than a hundred channels all are there, those that are searched for are found", async ({ page }) => {
  test.slow();
  await signUpByRequest(page.request);
  for (let made = 0; made < 102; made += 17) {
    const names = Array.from({ length: 17 }, (_, at) => `Channel ${made + at + 1}`);
    const headers = { origin: productUrl() };
    const replies = await Promise.all(
      names.map((name) => page.request.post(`${productUrl()}/v1/creator/channels`, { data: { name }, headers })),
    );
    expect(replies.map((reply) => reply.status())).toEqual(names.map(() => 201));
  }
  await page.goto(`${productUrl()}/channels`);
  await pageLive(page);
  const cards = page.getByRole("main").getByRole("listitem");
  await slowly(cards).toHaveCount(102);
  await page.getByRole("searchbox", { name: "Search channels" }).fill("channel 10");
  await slowly(cards).toHaveCount(4);
  await slowly(page.getByRole("search").getByRole("status")).toHaveText("4 of 102");
  await page.getByRole("combobox", { name: "Status" }).selectOption("On air");
  await slowly(page.getByText("No channel is called that here.")).toBeVisible();
});
