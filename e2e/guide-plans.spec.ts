import { expect, type Page, test } from "@playwright/test";
import { block, blocksOn, dragByTouch, expectGuide, placeByApi, pointOf } from "./support/guide";
import { at, DAY, type LayOut, MINUTE, openGuideStage } from "./support/guide-stage";
import { productUrl } from "./support/program";

const FILM_SECONDS = 24;
const WEEK = 7 * 24 * 60 * MINUTE;

test.describe.configure({ mode: "serial" });
let page: Page;
let one: string;
let two: string;
let layOut: LayOut;

test.beforeAll(async ({ browser }) => {
  ({ page, one, two, layOut } = await openGuideStage(browser, FILM_SECONDS));
});
test.afterAll(async () => {
  await page.context().close();
});

const weeksMenu = async (item: string) => {
  await page.getByRole("button", { name: "Days and weeks" }).click();
  await page.getByRole("menuitem", { name: item }).click();
  return page.getByRole("dialog");
};
const undoByMessage = () => page.getByRole("listitem").getByRole("button", { name: "Undo" }).first().click();

test("by mouse: a gap is filled after a preview, and the fill is taken back by the button of its message", async () => {
  await layOut([one, 10, 0, 30], [one, 10, 32, 30]);
  const gap = await pointOf(page, one, at(10, 31));
  await page.mouse.click(gap.x, gap.y, { button: "right" });
  await page.getByRole("menuitem", { name: "Fill this gap…" }).click();
  const dialog = page.getByRole("dialog", { name: "Fill the gaps" });
  await dialog.getByRole("button", { name: "Place 5 programmes" }).click({ timeout: 60_000 });
  await expect(dialog).toBeHidden({ timeout: 60_000 });
  await expect.poll(async () => (await blocksOn(page, one, DAY)).length).toBe(7);
  await undoByMessage();
  await expectGuide(page, one, DAY, ["10:00+30", "10:32+30"]);
});

test("a week is copied to the next, which is shown, and the copy is taken back", async () => {
  await layOut([one, 9, 30, 20], [one, 10, 30, 20]);
  const dialog = await weeksMenu("Copy this week…");
  await expect(dialog.getByLabel("To the week of")).toHaveValue("2031-05-05");
  await dialog.getByRole("button", { name: "Copy", exact: true }).click();
  await expect(page.getByText("2 blocks copied").first()).toBeVisible();
  await expect(page.getByLabel("Day", { exact: true })).toHaveValue("2031-05-05");
  await expectGuide(page, one, DAY + WEEK, ["09:30+20", "10:30+20"]);
  await undoByMessage();
  await expectGuide(page, one, DAY + WEEK, []);
  await expectGuide(page, one, DAY, ["09:30+20", "10:30+20"]);
});

test("a week becomes a template, which is laid on another week, says what found no place, and is taken back", async () => {
  await layOut([one, 9, 30, 20], [one, 10, 30, 20]);
  const [inTheWay] = await placeByApi(page, [
    {
      ...{ op: "place", channelId: one, kind: "ad_break", durationSeconds: 600 },
      startsAt: new Date(at(9, 40) + WEEK).toISOString(),
    },
  ]);
  const saving = await weeksMenu("Save this week as a template…");
  await saving.getByLabel("Name").fill("Saturdays");
  await saving.getByRole("button", { name: "Save template" }).click();
  await expect(page.getByText("“Saturdays” saved").first()).toBeVisible();

  const applying = await weeksMenu("Apply a template…");
  await applying.getByLabel("From the week of").fill("2031-05-10");
  await applying.getByRole("button", { name: "Apply" }).click();
  await expect(applying.getByRole("status")).toContainText("1 block placed. 1 found no place");
  await applying.getByRole("button", { name: "Close" }).last().click();
  await expectGuide(page, one, DAY + WEEK, ["09:40+10", "10:30+20"]);
  await undoByMessage();
  await expectGuide(page, one, DAY + WEEK, ["09:40+10"]);
  await placeByApi(page, [{ op: "remove", blockId: inTheWay!.id }]);
});

test("breaks are put into a programme at its break points, and taken out again", async () => {
  await layOut();
  const { items } = await (await page.request.get(`${productUrl()}/v1/creator/content`)).json();
  const asked = await page.request.patch(`${productUrl()}/v1/creator/content/${items[0].id}`, {
    data: { breakPoints: [FILM_SECONDS / 2] },
    headers: { origin: productUrl() },
  });
  expect(asked.status(), await asked.text()).toBe(200);
  const startsAt = new Date(at(10)).toISOString();
  const [film] = await placeByApi(page, [{ op: "place", channelId: one, contentItemId: items[0].id, startsAt }]);
  await page.goto(`${productUrl()}/schedule?channelId=${one}&day=2031-05-03&zoom=5&time=10:00`);
  await block(page, film!.id).dblclick();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("One break point in this programme")).toBeVisible();
  await dialog.getByLabel("Length of each break").fill("1:00");
  await dialog.getByRole("button", { name: "Put breaks in" }).click();
  await expect(page.getByText(/has a break now/).first()).toBeVisible();
  const kinds = async () => (await blocksOn(page, one, DAY)).map(({ kind }) => kind);
  await expect.poll(kinds).toEqual(["content", "ad_break", "content"]);
  const [first, , last] = await blocksOn(page, one, DAY);
  expect(Date.parse(last!.endsAt) - Date.parse(first!.startsAt)).toBeCloseTo((FILM_SECONDS + 60) * 1000, -2);
  await undoByMessage();
  await expect.poll(kinds).toEqual(["content"]);
});

test("by touch: a finger that stays takes hold of a block and puts it on another channel; a tap chooses", async ({
  browser,
}) => {
  const [a] = await layOut([one, 9, 30, 20]);
  const context = await browser.newContext({
    ...{ hasTouch: true, timezoneId: "UTC", viewport: { width: 1180, height: 820 } },
    storageState: await page.context().storageState(),
  });
  const tablet = await context.newPage();
  await tablet.goto(page.url());
  await expect(block(tablet, a!.id)).toBeVisible();
  const box = (await block(tablet, a!.id).boundingBox())!;
  const target = await pointOf(tablet, two, at(10, 30));
  await dragByTouch(tablet, { x: box.x + 20, y: box.y + 30 }, { x: target.x + 20, y: target.y });
  await expectGuide(tablet, one, DAY, []);
  await expectGuide(tablet, two, DAY, ["10:30+20"]);
  await block(tablet, a!.id).tap();
  await expect(block(tablet, a!.id)).toHaveAttribute("aria-pressed", "true");
  await context.close();
});
