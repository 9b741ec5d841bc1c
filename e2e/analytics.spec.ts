import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { createApiKey, signUpByRequest } from "./support/accounts";
import { enter, tabTo } from "./support/keyboard";
import { Program, productUrl } from "./support/program";
import { pageLive } from "./support/studio";

// Figures are folded every few seconds, and a busy machine takes its time.
test.setTimeout(480_000);
const slowly = expect.configure({ timeout: 90_000 });

/** Some people begin to watch a channel, as a player tells it. */
async function watch(page: Page, channelId: string, viewers: number): Promise<void> {
  const sessions = Array.from({ length: viewers }, () => randomUUID());
  const beacons = sessions.flatMap((sessionId) =>
    ["start", "heartbeat", "impression"].map((kind) => ({ kind, sessionId })),
  );
  await Promise.all(
    beacons.map(async ({ kind, sessionId }) => {
      const reply = await page.request.post(`${productUrl()}/v1/beacons/${kind}`, { data: { sessionId, channelId } });
      expect(reply.status()).toBe(204);
    }),
  );
}

test("the audience is seen to come, read by the keyboard and saved as a file", async ({ page }) => {
  await signUpByRequest(page.request);
  const program = new Program(await createApiKey(page.request, ["channel:write"]));
  type Made = { id: string };
  const harbour = await program.call<Made>("POST", "/v1/creator/channels", { name: "Harbour TV", timezone: "UTC" });
  await program.call("POST", "/v1/creator/channels", { name: "Night Signal" });
  await program.call("POST", `/v1/creator/channels/${harbour.id}/publish`);

  await page.goto(`${productUrl()}/analytics`);
  await pageLive(page);
  const live = page.getByTestId("live-viewers");
  await slowly(live).toHaveText("0");
  await expect(page.getByText("Nobody watched in this time")).toBeVisible();
  const chart = page.getByRole("region", { name: "Viewers over time", exact: true });
  const before = await chart.boundingBox();
  await watch(page, harbour.id, 3);
  await slowly(live).toHaveText("3");
  const channels = page.getByRole("region", { name: "Channels" });
  await slowly(channels.getByRole("row", { name: /Harbour TV/ })).toContainText("3");
  expect(await chart.boundingBox(), "nothing jumps").toEqual(before);

  await tabTo(page, page.getByRole("combobox", { name: "Channel" }));
  await page.keyboard.type("Harbour");
  await expect(page).toHaveURL(new RegExp(`channel=${harbour.id}`));
  await tabTo(page, page.getByRole("combobox", { name: "Days" }));
  await page.keyboard.type("Last 7");
  await expect(page).toHaveURL(/range=7d/);
  await slowly(channels.getByRole("row", { name: /Harbour TV/ })).toContainText("3");

  const saved = page.waitForEvent("download");
  await enter(page, page.getByRole("button", { name: "CSV" }));
  for (const name of ["Over time", "Channels"]) {
    await page.keyboard.press("ArrowDown");
    await expect(page.getByRole("menuitem", { name })).toBeFocused();
  }
  await page.keyboard.press("Enter");
  const file = await saved;
  expect(file.suggestedFilename()).toMatch(/^lineup-channels-[\d-]+\.csv$/);
  const [head, row] = (await readFile(await file.path(), "utf8")).split(/\r?\n/);
  expect(head).toContain("id,channel,viewers,views,watch_seconds,impressions");
  expect(row).toMatch(new RegExp(`^${harbour.id},Harbour TV,3,3,\\d+,3$`));

  await tabTo(page, page.getByRole("tab", { name: "Viewers", exact: true }));
  await page.keyboard.press("ArrowRight");
  const line = page.getByRole("slider", { name: "Views over time" });
  await tabTo(page, line);
  await page.keyboard.press("End");
  await slowly(line).toHaveAttribute("aria-valuetext", /^3 views, /);
  await page.keyboard.press("ArrowLeft");
  await expect(line).toHaveAttribute("aria-valuetext", /^0 views, /);

  await enter(page, page.getByText("As a table"));
  const table = page.getByRole("region", { name: "Views over time, as a table" }).getByRole("table");
  await expect(table.getByRole("row").last()).toContainText("3");
});

test("what could not be loaded says so and comes at the second try", async ({ page }) => {
  await signUpByRequest(page.request);
  await page.route("**/v1/creator/analytics/timeseries?**", (route) => route.abort());
  // By a clock that is ahead the page wants a longer line than the one that came along.
  await page.clock.setFixedTime(Date.now() + 180_000);
  await page.goto(`${productUrl()}/analytics`);
  await pageLive(page);
  const alert = page.getByRole("alert").filter({ hasText: "The line could not be loaded" });
  await slowly(alert).toBeVisible();
  await tabTo(page, alert.getByRole("button", { name: "Try again" }));
  await page.unroute("**/v1/creator/analytics/timeseries?**");
  await page.keyboard.press("Enter");
  await slowly(page.getByRole("slider", { name: "Viewers over time" })).toBeVisible();
});
