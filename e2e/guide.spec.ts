import { expect, type Page, test } from "@playwright/test";
import { block, drag, expectGuide, pointOf } from "./support/guide";
import { at, DAY, type LayOut, MINUTE, openGuideStage } from "./support/guide-stage";
import { productUrl } from "./support/program";

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

test("by mouse: move, snap right after, copy with Alt, to another channel, undo and redo", async () => {
  const [a, b] = await layOut([one, 9, 30, 20], [one, 10, 30, 20]);
  const grip = { x: 20, y: 30 };
  const from = (await block(page, b!.id).boundingBox())!;
  const target = await pointOf(page, one, at(9, 50));
  await drag(page, { x: from.x + grip.x, y: from.y + grip.y }, { x: target.x + grip.x + 5, y: target.y });
  await expectGuide(page, one, DAY, ["09:30+20", "09:50+20"]);

  const first = (await block(page, a!.id).boundingBox())!;
  const below = await pointOf(page, two, at(10, 0));
  await drag(page, { x: first.x + grip.x, y: first.y + grip.y }, { x: below.x + grip.x, y: below.y }, ["Alt"]);
  await expectGuide(page, two, DAY, ["10:00+20"]);
  await expectGuide(page, one, DAY, ["09:30+20", "09:50+20"]);

  await page.keyboard.press("Control+z");
  await expectGuide(page, two, DAY, []);
  await page.getByRole("button", { name: /^Undo/ }).first().click();
  await expectGuide(page, one, DAY, ["09:30+20", "10:30+20"]);
  await page.keyboard.press("Control+Shift+z");
  await page.keyboard.press("Control+Shift+z");
  await expectGuide(page, two, DAY, ["10:00+20"]);
  await expectGuide(page, one, DAY, ["09:30+20", "09:50+20"]);
});

test("by mouse: both ends, within what is possible, and a drop on something is refused where it happens", async () => {
  const [a, b] = await layOut([one, 9, 30, 30], [one, 11, 0, 30]);
  const box = (await block(page, a!.id).boundingBox())!;
  const end = await pointOf(page, one, at(10, 20));
  await drag(page, { x: box.x + box.width - 3, y: box.y + 30 }, { x: end.x - 3, y: end.y });
  await expectGuide(page, one, DAY, ["09:30+50", "11:00+30"]);
  const wider = (await block(page, a!.id).boundingBox())!;
  const start = await pointOf(page, one, at(9, 45));
  await drag(page, { x: wider.x + 3, y: wider.y + 30 }, { x: start.x + 3, y: start.y });
  await expectGuide(page, one, DAY, ["09:45+35", "11:00+30"]);

  const now = (await block(page, a!.id).boundingBox())!;
  const onto = await pointOf(page, one, at(11, 8));
  await drag(page, { x: now.x + 20, y: now.y + 30 }, { x: onto.x + 20, y: onto.y });
  await expect(page.getByRole("alert").filter({ hasText: "is there" })).toBeVisible();
  await expect(block(page, b!.id)).toHaveClass(/ring-warn/);
  await expectGuide(page, one, DAY, ["09:45+35", "11:00+30"]);
});

test("by mouse: a frame chooses many, they move, are cut and pasted together, and ripple closes gaps", async () => {
  const [a] = await layOut([one, 9, 30, 20], [one, 9, 50, 20], [one, 10, 10, 20], [two, 9, 40, 20]);
  const corner = await pointOf(page, one, at(9, 20));
  const other = await pointOf(page, one, at(10, 0));
  await drag(page, corner, { x: other.x, y: other.y + 20 });
  await expect(page.locator('[data-testid="guide-block"][aria-pressed="true"]')).toHaveCount(2);
  await page.keyboard.press("Control+x");
  await expectGuide(page, one, DAY, ["10:10+20"]);
  const free = await pointOf(page, one, at(11, 0));
  await page.mouse.click(free.x, free.y);
  await expect(page.getByTestId("guide-caret")).toBeVisible();
  await page.keyboard.press("Control+v");
  await expectGuide(page, one, DAY, ["10:10+20", "11:00+20", "11:20+20"]);
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expectGuide(page, one, DAY, ["09:30+20", "09:50+20", "10:10+20"]);
  await block(page, a!.id).click();
  await page.keyboard.press("Shift+Delete");
  await expectGuide(page, one, DAY, ["09:30+20", "09:50+20"]);
});

test("from the bin: an item snaps into place, becomes filler from the menu, and its gap is filled after a preview", async () => {
  await layOut();
  await page.goto(`${productUrl()}/schedule?channelId=${one}&day=2031-05-03&zoom=5&time=10:00`);
  const item = (await page.getByTestId("bin-item").getByRole("button").first().boundingBox())!;
  const target = await pointOf(page, one, at(10, 2));
  await drag(page, { x: item.x + 30, y: item.y + 20 }, { x: target.x, y: target.y });
  await expect(page.getByTestId("guide-block")).toHaveCount(1);
  await page.getByTestId("guide-block").click({ button: "right" });
  await page.getByRole("menuitem", { name: "Set as filler" }).click();
  await expect(page.getByTestId("guide-block")).toHaveAccessibleName(/Filler/);
  const free = await pointOf(page, one, at(10, 1));
  await page.mouse.click(free.x, free.y, { button: "right" });
  await page.getByRole("menuitem", { name: "Fill this gap…" }).click();
  await expect(page.getByRole("dialog", { name: "Fill the gaps" })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Place \d+ programme/ })).toBeEnabled({ timeout: 30_000 });
  await page.keyboard.press("Escape");
});

test("by keyboard alone: go, choose, move, copy, both ends, delete, undo, and every step is said", async () => {
  const [a, b] = await layOut([one, 9, 30, 20], [one, 10, 30, 20]);
  const said = page.getByTestId("guide-speech");
  await block(page, a!.id).focus();
  await page.keyboard.press("ArrowRight");
  await expect(block(page, b!.id)).toBeFocused();
  await page.keyboard.press("Space");
  await expect(said).toContainText("grabbed");
  await page.keyboard.press("Control+ArrowRight");
  await page.keyboard.press("ArrowLeft");
  await expect(said).toContainText("10:34:00 to 10:54:00");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await expectGuide(page, two, DAY, ["10:34+20"]);
  await expect(block(page, b!.id)).toBeFocused();
  await page.keyboard.press("]");
  for (let minute = 0; minute < 5; minute++) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expectGuide(page, two, DAY, ["10:34+25"]);
  await page.keyboard.press("Control+d");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Space");
  await expectGuide(page, one, DAY, ["09:30+20", "10:34+25"]);
  await page.keyboard.press("Delete");
  await expectGuide(page, one, DAY, ["09:30+20"]);
  for (let step = 0; step < 4; step++) await page.keyboard.press("Control+z");
  await expectGuide(page, one, DAY, ["09:30+20", "10:30+20"]);
  await expectGuide(page, two, DAY, []);
  await page.keyboard.press("Control+a");
  await expect(page.locator('[data-testid="guide-block"][aria-pressed="true"]')).toHaveCount(2);
  await page.keyboard.press("Escape");
});

test("two browsers on one schedule see each other's edits, and a conflicting one is refused by name", async () => {
  const [a] = await layOut([one, 9, 30, 20]);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await expect(block(other, a!.id)).toBeVisible();
  await block(other, a!.id).focus();
  await other.keyboard.press("Space");
  await other.keyboard.press("Control+ArrowRight");
  const movedAt = Date.now();
  await other.keyboard.press("Space");
  await expect(block(page, a!.id)).toHaveAccessibleName(/09:35:00/, { timeout: 20_000 });
  test.info().annotations.push({ type: "seen after", description: `${Date.now() - movedAt} ms` });

  // The second browser looks away while the first moves the block: its own move is of what is no more.
  await other.route("**/v1/creator/schedule/versions*", (route) => route.abort());
  await block(page, a!.id).focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Space");
  await expectGuide(page, one, DAY, ["09:36+20"]);
  await block(other, a!.id).focus();
  await other.keyboard.press("Space");
  await other.keyboard.press("ArrowLeft");
  await other.keyboard.press("Space");
  await expect(other.getByRole("alert").filter({ hasText: "changed elsewhere" })).toBeVisible();
  await expectGuide(page, one, DAY, ["09:36+20"]);

  // What does not contradict is merged: here it is made longer, there it was moved.
  await other.reload();
  await expect(block(other, a!.id)).toHaveAccessibleName(/09:36:00/);
  await block(page, a!.id).focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Control+ArrowRight");
  await page.keyboard.press("Space");
  await expectGuide(page, one, DAY, ["09:40+20"]);
  await block(other, a!.id).focus();
  await other.keyboard.press("]");
  await other.keyboard.press("ArrowRight");
  await other.keyboard.press("Space");
  await expectGuide(page, one, DAY, ["09:40+21"]);
  await other.close();
});

test("a week of one channel: down a row is a day later; on a narrow screen the day is a list", async () => {
  const [a] = await layOut([one, 9, 30, 20]);
  await page.goto(`${productUrl()}/schedule?channelId=${one}&day=2031-05-03&view=week`);
  await expect(page.getByTestId("guide-track")).toHaveCount(7);
  await block(page, a!.id).focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await expect
    .poll(async () => await page.getByTestId("guide-block").first().getAttribute("data-block-id"))
    .toBe(a!.id);
  await expectGuide(page, one, DAY + 24 * 60 * MINUTE, ["09:30+20"]);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${productUrl()}/schedule?channelId=${one}&day=2031-05-04`);
  await expect(page.getByRole("table", { name: "Rundown of the day" })).toBeVisible();
  await page.getByRole("button", { name: /^Open Ad break/ }).click();
  await expect(page.getByRole("dialog", { name: "Ad break" })).toBeVisible();
  await page.setViewportSize({ width: 1440, height: 900 });
});
