import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { signUp } from "./support/studio";

const BIG_BYTES = 60_000_000;

/** A file that takes a while to send. What is in it does not matter here. */
async function bigFile(): Promise<string> {
  const folder = path.resolve(".lineup/e2e/clips");
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, "big.mp4");
  await writeFile(file, Buffer.alloc(BIG_BYTES, "lineup"));
  return file;
}

/** Slows uploads down to a pace at which there is time to look. */
async function slowDown(page: Page, bytesPerSecond: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: bytesPerSecond,
  });
}

/** Megabytes that an upload shows as sent. */
async function sentMB(page: Page): Promise<number> {
  const words = await page
    .getByRole("region", { name: "Uploads" })
    .getByText(/of 60 MB/)
    .textContent();
  return Number(/^([\d.]+) (?:MB|kB)/.exec(words ?? "")?.[1]);
}

test("an upload goes on through a pause, another page, a lost network and a reload", async ({ page }) => {
  await signUp(page);
  const file = await bigFile();
  const panel = page.getByRole("region", { name: "Uploads" });
  const chosen = page.getByLabel("Video files to upload");
  await slowDown(page, 2_000_000);
  await chosen.setInputFiles(file);
  await expect(panel.getByText(/MB\/s/)).toBeVisible();

  await panel.getByRole("button", { name: "Pause big.mp4" }).click();
  await expect(panel.getByText(/ · paused$/)).toBeVisible();
  const atPause = await sentMB(page);
  await panel.getByRole("button", { name: "Go on with big.mp4" }).click();
  await expect.poll(() => sentMB(page)).toBeGreaterThan(atPause);

  await page.getByRole("link", { name: "Channels" }).first().click();
  await page.waitForURL("**/channels");
  await expect(panel.getByText(/MB\/s/)).toBeVisible();

  await page.context().setOffline(true);
  await expect(panel.getByText(/No network/)).toBeVisible();
  const atLoss = await sentMB(page);
  await page.context().setOffline(false);
  await slowDown(page, 2_000_000);
  await expect.poll(() => sentMB(page)).toBeGreaterThan(atLoss);

  page.on("dialog", (dialog) => dialog.accept());
  await page.goto(new URL("/library", page.url()).href);
  await expect(panel.getByText(/are safe/)).toBeVisible();
  const afterReload = await sentMB(page);
  expect(afterReload).toBeGreaterThan(1);
  await slowDown(page, -1);
  await chosen.setInputFiles(file);
  await expect(panel.getByRole("heading", { name: "1 file uploaded" })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole("link", { name: "big" })).toHaveCount(1);
});

test("a dropped file uploads, what is no video is refused, and a cancelled upload leaves the library", async ({
  page,
}) => {
  await signUp(page);
  const panel = page.getByRole("region", { name: "Uploads" });
  await slowDown(page, 500_000);
  const files = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([new Uint8Array(5_000_000)], "dropped.mp4", { type: "video/mp4" }));
    transfer.items.add(new File(["words"], "notes.txt", { type: "text/plain" }));
    return transfer;
  });
  await page.dispatchEvent("main", "dragenter", { dataTransfer: files });
  await expect(page.getByText("Drop to upload")).toBeVisible();
  await page.dispatchEvent("main", "drop", { dataTransfer: files });
  await expect(page.getByText("Drop to upload")).toBeHidden();
  await expect(page.getByText("notes.txt holds no video or audio.")).toBeVisible();
  await expect(page.getByRole("link", { name: "dropped" })).toBeVisible();
  await expect(panel.getByText(/kB\/s/)).toBeVisible();
  await panel.getByRole("button", { name: "Cancel dropped.mp4" }).click();
  await expect(panel).toBeHidden();
  await expect(page.getByRole("link", { name: "dropped" })).toBeHidden();
});
