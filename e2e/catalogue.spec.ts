import { expect, test } from "@playwright/test";
import { makeClip } from "./support/clips";
import { signUp } from "./support/studio";

test("a creator picks a frame as artwork, gathers a group and opens an episode of a series", async ({ page }) => {
  await signUp(page);
  const clip = await makeClip({ name: "harbour-lights", seconds: 12 });
  await page.locator('input[type="file"]').first().setInputFiles(clip);
  const row = page.getByRole("row").filter({ hasText: "harbour-lights" });
  const ready = row.filter({ has: page.getByText("Ready", { exact: true }) });
  await expect(ready).toHaveCount(1, { timeout: 150_000 });
  await page.getByRole("region", { name: "Uploads" }).getByRole("button", { name: "Close" }).click();

  await row.getByRole("link").click();
  const panel = page.getByRole("complementary").filter({ hasText: "harbour-lights" });
  await panel.getByRole("button", { name: "Play", exact: true }).click();
  await expect(panel.locator("video")).toBeFocused();
  await panel.getByRole("slider", { name: "Position" }).hover();
  await expect(panel.getByTestId("storyboard-picture")).toBeVisible();
  await panel.getByRole("tab", { name: "Artwork" }).click();
  await expect(panel.getByText("A frame that was chosen automatically")).toBeVisible();
  const square = panel.locator('[data-shape="square"] img');
  const automatic = await square.getAttribute("src");
  await panel.getByRole("slider", { name: "Moment of the frame" }).fill("8");
  await panel.getByRole("button", { name: "Use this frame" }).click();
  await expect(panel.getByText("The frame at 0:08")).toBeVisible({ timeout: 60_000 });
  await expect(square).not.toHaveAttribute("src", automatic!);
  for (const link of await panel.getByRole("list", { name: "Shapes" }).getByRole("link").all()) {
    const picture = await page.request.get((await link.getAttribute("href"))!);
    expect(picture.headers()["content-type"]).toMatch(/^image\/(avif|webp|jpeg)$/);
  }
  await page.keyboard.press("Escape");

  await row.getByRole("checkbox").check();
  const selected = page.getByRole("region", { name: "Selected items" });
  await selected.getByRole("button", { name: "Add to group" }).click();
  await page.getByRole("menuitem", { name: "New group…" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("Late evening");
  await page.getByRole("dialog").getByRole("button", { name: "Create group" }).click();
  await expect(selected).toBeHidden();
  const parts = page.getByRole("navigation", { name: "Library" });
  await parts.getByRole("link", { name: "Groups" }).click();
  await page.getByRole("link", { name: /Late evening/ }).click();
  await expect(page.getByRole("list", { name: "Items of Late evening" })).toContainText("harbour-lights");

  await page.goBack();
  await parts.getByRole("link", { name: "Series" }).click();
  await page.getByRole("button", { name: "New series" }).first().click();
  await page.getByRole("dialog").getByLabel("Title").fill("The Harbour");
  await page.getByRole("dialog").getByRole("button", { name: "Create series" }).click();
  const series = page.getByRole("complementary").filter({ hasText: "The Harbour" });
  await series.getByRole("button", { name: "Add season 1" }).click();
  await series.getByRole("button", { name: "Add harbour-lights" }).click();
  const season = series.getByRole("list", { name: "Episodes of Season 1" });
  await expect(season).toContainText("E1");
  await season.getByRole("link", { name: "harbour-lights" }).click();
  await expect(page.getByRole("textbox", { name: "Season", exact: true })).toHaveValue("1");
  await expect(page.getByRole("textbox", { name: "Episode", exact: true })).toHaveValue("1");
});
