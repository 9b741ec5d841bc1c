import { expect, type Page, test } from "@playwright/test";
import { block, blocksOn, drag, expectGuide, pointOf } from "./support/guide";
import { at, DAY, type LayOut, MINUTE, openGuideStage } from "./support/guide-stage";
import { productUrl } from "./support/program";

const NEXT_DAY = DAY + 24 * 60 * MINUTE;

test.describe.configure({ mode: "serial" });
let page: Page;
let one: string;
let two: string;
let layOut: LayOut;

test.beforeAll(async ({ browser }) => {
  ({ page, one, two, layOut } = await openGuideStage(browser));
});
test.afterAll(async () => {
  await page.context().close();
});

const said = () => page.getByTestId("guide-speech");

test("by keyboard alone: the next gap is found, filled after a preview, and the fill is taken back and done again", async () => {
  const [first] = await layOut([one, 10, 0, 30], [one, 10, 31, 30]);
  await block(page, first!.id).focus();
  await page.keyboard.press(".");
  await expect(said()).toContainText("Gap of 1 min, 10:30:00 to 10:31:00");
  await expect(page.getByTestId("guide-caret")).toBeVisible();
  await page.keyboard.press("f");
  const dialog = page.getByRole("dialog", { name: "Fill the gaps" });
  await expect(dialog.getByRole("region", { name: "What would be placed" }).getByRole("listitem")).toHaveCount(10, {
    timeout: 60_000,
  });
  expect(await blocksOn(page, one, DAY)).toHaveLength(2);
  await dialog.getByRole("button", { name: "Place 10 programmes" }).focus();
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden({ timeout: 60_000 });
  await expect.poll(async () => (await blocksOn(page, one, DAY)).length).toBe(12);
  await page.keyboard.press("Control+z");
  await expectGuide(page, one, DAY, ["10:00+30", "10:31+30"]);
  await page.keyboard.press("Control+Shift+z");
  await expect.poll(async () => (await blocksOn(page, one, DAY)).length).toBe(12);
});

test("a day is copied to the next, which is shown, and the copy is taken back by the button of its message", async () => {
  await layOut([one, 9, 30, 20], [one, 10, 30, 20]);
  await page.getByRole("button", { name: "Days and weeks" }).click();
  await page.getByRole("menuitem", { name: "Copy this day…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Copy", exact: true }).click();
  await expect(page.getByText("2 blocks copied")).toBeVisible();
  await expect(page.getByLabel("Day", { exact: true })).toHaveValue("2031-05-04");
  await expectGuide(page, one, DAY, ["09:30+20", "10:30+20", "09:30+20", "10:30+20"]);
  await page.getByRole("listitem").getByRole("button", { name: "Undo" }).click();
  await expectGuide(page, one, DAY, ["09:30+20", "10:30+20"]);
});

test("an ad break is asked for by key, refused inside the dialog, and placed where there is room", async () => {
  const [only] = await layOut([one, 9, 30, 20]);
  await block(page, only!.id).focus();
  await page.keyboard.press("b");
  const dialog = page.getByRole("dialog", { name: "Add an ad break" });
  await expect(dialog.getByLabel("Start")).toBeFocused();
  await expect(dialog.getByLabel("Start")).toHaveValue("09:50:00");
  await dialog.getByLabel("Start").fill("09:45");
  await expect(dialog.getByRole("status")).toContainText("is there (09:30:00–09:50:00)");
  await expect(dialog.getByRole("button", { name: "Add the break" })).toBeDisabled();
  await dialog.getByLabel("Start").fill("10:00");
  await dialog.getByRole("button", { name: "3:00", exact: true }).click();
  await dialog.getByLabel("Start").press("Enter");
  await expect(dialog).toBeHidden();
  await expectGuide(page, one, DAY, ["09:30+20", "10:00+3"]);
});

test("in its dialog a block goes to another day and gets another end; what others did meanwhile stays", async () => {
  const [only] = await layOut([one, 9, 30, 20]);
  await block(page, only!.id).focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Ad break" });
  await dialog.getByLabel("End").fill("10:05");
  await expect(dialog.getByLabel("Length")).toHaveValue("35:00");
  await dialog.getByLabel("Day").fill("2031-05-04");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expectGuide(page, one, NEXT_DAY, ["09:30+35"]);
  await page.keyboard.press("Control+z");
  await expectGuide(page, one, DAY, ["09:30+20"]);

  await block(page, only!.id).focus();
  await page.keyboard.press("Enter");
  const other = await page.context().newPage();
  await other.goto(page.url());
  await block(other, only!.id).focus();
  for (const key of ["Space", "Control+ArrowRight", "Space"]) await other.keyboard.press(key);
  await expectGuide(page, one, DAY, ["09:35+20"]);
  await expect(block(page, only!.id)).toHaveAccessibleName(/09:35:00/);
  await dialog.getByLabel("Length").fill("30:00");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expectGuide(page, one, DAY, ["09:35+30"]);
  await other.close();
});

test("many are chosen by keyboard, cut and pasted on the next row; their sum is told", async () => {
  const [a, b] = await layOut([one, 9, 30, 20], [one, 10, 0, 15], [two, 9, 0, 10]);
  await block(page, a!.id).focus();
  await page.keyboard.press("Shift+ArrowRight");
  await expect(block(page, b!.id)).toBeFocused();
  await expect(page.getByTestId("guide-footer")).toContainText("2 chosen, 35 min in all, 09:30:00–10:15:00");
  await page.keyboard.press("Control+x");
  await expectGuide(page, one, DAY, []);
  await page.getByTestId("guide-block").first().focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("Control+v");
  await expectGuide(page, two, DAY, ["09:00+10", "09:10+20", "09:40+15"]);
  for (let step = 0; step < 2; step++) await page.keyboard.press("Control+z");
  await expectGuide(page, one, DAY, ["09:30+20", "10:00+15"]);
});

test("with ripple what is in the way gives way to a drag, and what was done is taken back after a visit elsewhere", async () => {
  const [a, b] = await layOut([one, 9, 30, 20], [one, 10, 30, 20]);
  await page.getByRole("button", { name: /^Ripple/ }).click();
  const box = (await block(page, a!.id).boundingBox())!;
  const onto = await pointOf(page, one, at(10, 30));
  await drag(page, { x: box.x + 20, y: box.y + 30 }, { x: onto.x + 20, y: onto.y });
  await expectGuide(page, one, DAY, ["10:30+20", "10:50+20"]);
  await page.getByRole("navigation").getByRole("link", { name: "Library" }).first().click();
  await expect(page.getByRole("heading", { name: "Library" })).toBeVisible();
  await page.goBack();
  await expect(block(page, b!.id)).toBeVisible();
  await page.getByRole("button", { name: /^Undo: Move/ }).click();
  await expectGuide(page, one, DAY, ["09:30+20", "10:30+20"]);
});

test("what the keys hold stays theirs until it is put down or back, and a press elsewhere puts it back", async () => {
  const [a] = await layOut([one, 9, 30, 20]);
  await block(page, a!.id).focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await expect(said()).toContainText("still held");
  await page.keyboard.press("ArrowRight");
  await expect(page.getByTestId("guide-ghost")).toBeVisible();
  const free = await pointOf(page, one, at(11, 0));
  await page.mouse.click(free.x, free.y);
  await expect(page.getByTestId("guide-ghost")).toBeHidden();
  await expectGuide(page, one, DAY, ["09:30+20"]);
  await page.goto(`${productUrl()}/schedule?channelId=${one}`);
  await page.getByRole("button", { name: "Now", exact: true }).click();
  await expect(page.getByTestId("now-line")).toBeInViewport();
});
