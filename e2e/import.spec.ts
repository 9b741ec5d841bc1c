import { expect, type Page, test } from "@playwright/test";
import { makeClip } from "./support/clips";
import { productUrl } from "./support/program";
import { type Sources, serveSources } from "./support/sources";
import { signUp } from "./support/studio";

/** What waits for the worker may wait long on a busy machine. */
const WORK_MS = 90_000;

let sources: Sources;
test.beforeAll(async () => {
  sources = await serveSources(await makeClip({ name: "elsewhere", seconds: 6, size: "320x180" }));
});
test.afterAll(() => sources.close());

test("a creator brings a library in from elsewhere: addresses, a catalogue with mistakes, and an episode at the end", async ({
  page,
}) => {
  await signUp(page);
  await pasteAddresses(page);
  await bringInCatalogue(page);

  await page.goto(`${productUrl()}/library/jobs`);
  const jobs = page.getByRole("list", { name: "Jobs" }).getByRole("listitem");
  for (const title of ["Sea", "The Ferry"]) {
    const job = jobs.filter({ has: page.getByRole("link", { name: title, exact: true }) });
    await expect(job.getByText("Ready", { exact: true })).toBeVisible({ timeout: WORK_MS });
  }
  await expect(jobs.filter({ hasText: "catalogue.csv" })).toHaveCount(2);

  await page.getByRole("link", { name: "The Ferry", exact: true }).click();
  await page.waitForURL(/\/library\/[0-9a-f-]{36}/);
  await expect(page.getByText("S2 E5").first()).toBeVisible();
});

/** One address that can be had, and one that leads into a private network. */
async function pasteAddresses(page: Page): Promise<void> {
  await page.goto(`${productUrl()}/library/import`);
  const good = sources.url("sea.mp4");
  await page.getByLabel("Addresses, one to a line").fill(`${good}\nhttp://10.0.0.1/private.mp4`);
  await page.getByLabel(`Title of ${good}`).fill("Sea");
  await page.getByRole("button", { name: "Import 2 addresses" }).click();
  await expect(page.getByText("1 on the way, 1 refused")).toBeVisible();
  await expect(page.getByRole("link", { name: "Sea" })).toBeVisible();
  await expect(page.getByLabel("Addresses, one to a line"), "what was refused stays").toHaveValue(
    "http://10.0.0.1/private.mp4",
  );
}

/** A catalogue in which one row of three is wrong: that is told, and the others come in. */
async function bringInCatalogue(page: Page): Promise<void> {
  await page.getByRole("tab", { name: "Catalogue file (CSV)" }).click();
  const lines = [
    "asset_type,ingest_id,title,series_ingest_id,season_number,episode_number,source_url",
    `EPISODE,ferry,The Ferry,harbour,2,5,${sources.url("ferry.mp4")}`,
    "SERIES,harbour,The Harbour,,,,",
    "FILM,train,Night Train,,,,",
  ];
  await page.getByLabel("Catalogue file to import").setInputFiles({
    name: "catalogue.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(lines.join("\n")),
  });
  await expect(page.getByText("catalogue.csv is checked. Nothing has been changed yet.")).toBeVisible({
    timeout: WORK_MS,
  });
  const problem = page.getByRole("table").getByRole("row").nth(1);
  await expect(problem).toContainText("4");
  await expect(problem).toContainText("asset_type");
  await page.getByRole("button", { name: "Import 2 rows" }).click();
  await expect(page.getByText("catalogue.csv is in your library")).toBeVisible({ timeout: WORK_MS });
}
