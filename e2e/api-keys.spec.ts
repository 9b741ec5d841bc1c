import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, type Page, test } from "@playwright/test";
import { enter, tabTo, write } from "./support/keyboard";
import { productUrl } from "./support/program";
import { signUp } from "./support/studio";

const run = promisify(execFile);
const created = (page: Page) => page.getByRole("dialog", { name: /^Copy the key/ });

test("keys are made, tried, seen to expire and revoked by the keyboard alone", async ({ page }) => {
  await signUp(page);
  await enter(page, page.getByRole("button", { name: /Account of/ }));
  await expect(page.getByRole("menuitem", { name: "API Keys" })).toBeVisible();
  for (const _ of ["to the account", "to the keys"]) await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("menuitem", { name: "API Keys" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.waitForURL("**/account/api-keys");
  await expect(page.getByText("No keys yet")).toBeVisible();

  await enter(page, page.getByRole("button", { name: "New key" }));
  const form = page.getByRole("dialog", { name: "New API key" });
  await enter(page, form.getByRole("button", { name: "Create key" }));
  await expect(form.getByText("Tick at least one.")).toBeVisible();
  await write(page, form.getByLabel("Name"), "Night uploader");
  await enter(page, form.getByRole("button", { name: "Only see" }));
  await tabTo(page, form.getByRole("checkbox", { name: /content:write/ }));
  await page.keyboard.press("Space");
  await enter(page, form.getByRole("button", { name: "Create key" }));

  // A press beside the dialog must not lose what is shown this once.
  await expect(created(page)).toBeVisible();
  await page.mouse.click(5, 400);
  const token = await created(page).getByRole("textbox", { name: "API key" }).inputValue();
  const command = await created(page).getByRole("figure").getByRole("code").textContent();
  const { stdout } = await run("bash", ["-c", (command ?? "").replace("curl", "curl -sS")]);
  const scopes = ["analytics:read", "channel:read", "content:read", "content:write", "schedule:read"];
  const { auth } = JSON.parse(stdout);
  expect({ ...auth, scopes: [...auth.scopes].sort() }).toMatchObject({ method: "api_key", scopes });
  await enter(page, created(page).getByRole("button", { name: "Done" }));

  const key = page.getByRole("listitem").filter({ hasText: "Night uploader" });
  await expect(key.getByText(`${token.slice(0, 16)}…`)).toBeVisible();
  await expect(key.getByText("content:write")).toBeVisible();
  await page.reload();
  await expect(key.getByText(/^Last used /)).toBeVisible();
  await expect(key.getByText("Expired", { exact: true })).toBeHidden();
  await expire(page);
  await page.reload();
  await expect(key.getByText("Expired", { exact: true })).toBeVisible();

  await enter(page, key.getByRole("button", { name: "Revoke Night uploader" }));
  await enter(page, page.getByRole("dialog").getByRole("button", { name: "Revoke key" }));
  await expect(page.getByText("No keys yet")).toBeVisible();
});

test("a key for imports takes no scopes and shows the command of the import API", async ({ page }) => {
  await signUp(page);
  await page.goto(`${productUrl()}/account/api-keys`);
  await page.getByRole("button", { name: "New key" }).click();
  const form = page.getByRole("dialog", { name: "New API key" });
  await form.getByLabel("Name").fill("Archive");
  await form.getByLabel("It is for").selectOption({ label: "The import API" });
  await expect(form.getByRole("checkbox")).toHaveCount(0);
  await form.getByRole("button", { name: "Create key" }).click();
  const command = created(page).getByRole("figure").getByRole("code");
  await expect(command).toContainText(`curl ${productUrl()}/api/v1/import`);
  await expect(command).toContainText(/X-API-Key: vid_[0-9a-f]{32}/);
  await created(page).getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Archive" })).toContainText("import API");
});

/** As an operator does. */
async function expire(page: Page): Promise<void> {
  const { keys } = await (await page.request.get(`${productUrl()}/v1/creator/api-keys`)).json();
  const env = { ...process.env, LINEUP_DIR: process.env.LINEUP_E2E_DIR };
  await run(process.execPath, ["scripts/launch.mjs", "cli", "keys", "expire", keys[0].id], { env });
}
