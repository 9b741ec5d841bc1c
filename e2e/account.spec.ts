import { expect, type Page, test } from "@playwright/test";
import { enter, tabTo, write } from "./support/keyboard";
import { productUrl } from "./support/program";
import { signUp } from "./support/studio";

const DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code";

const tab = (page: Page, name: string) => page.getByRole("navigation", { name: "Account" }).getByRole("link", { name });

test("an account is kept in order by the keyboard alone, from the name to the end", async ({ page, browser }) => {
  const account = await signUp(page);
  const elsewhere = await signInElsewhere(await (await browser.newContext()).newPage(), account);

  await page.goto(`${productUrl()}/account`);
  await write(page, page.getByLabel("Name"), "Ada King");
  await enter(page, page.getByRole("button", { name: "Save" }));
  await expect(page.getByRole("button", { name: "Account of Ada King" })).toBeVisible();

  await enter(page, tab(page, "Preferences"));
  await tabTo(page, page.getByLabel("Times of day"));
  await page.keyboard.type("24");
  await expect(page.getByRole("status").filter({ hasText: "Saved" })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Clock: .*\d\d:\d\d:\d\d (GMT|UTC)/ })).toBeVisible();

  await enter(page, tab(page, "Sessions"));
  await expect(page.getByText("This one")).toBeVisible();
  await enter(page, page.getByRole("button", { name: "Sign out all others" }));
  await enter(page, page.getByRole("dialog").getByRole("button", { name: "Sign out" }));
  await expect(page.getByText("Nobody else is signed in", { exact: false })).toBeVisible();
  await elsewhere.goto(`${productUrl()}/account`);
  await elsewhere.waitForURL("**/sign-in?**");
  await elsewhere.context().close();

  await enter(page, tab(page, "Password"));
  await write(page, page.getByLabel("Current password"), account.password);
  await write(page, page.getByLabel("New password"), "another horse battery");
  await enter(page, page.getByRole("button", { name: "Change password" }));
  await expect(page.getByText("Password changed", { exact: false })).toBeVisible();

  await enter(page, tab(page, "Activity"));
  await expect(page.getByText("Changed the password of")).toBeVisible();
  await expect(page.getByText(/^Signed out .+ on /)).toBeVisible();

  await enter(page, tab(page, "Close account"));
  await enter(page, page.getByRole("button", { name: "Close account…" }));
  const dialog = page.getByRole("dialog");
  await write(page, dialog.getByLabel("Your e-mail address, once more"), account.email);
  await write(page, dialog.getByLabel("Password", { exact: true }), "another horse battery");
  await enter(page, dialog.getByRole("button", { name: "Close account" }));
  await page.waitForURL("**/sign-up");
  await page.goto(`${productUrl()}/library`);
  await page.waitForURL("**/sign-in?**");
});

test("a TV shows a code, its owner types it and lets it in, and signs it out again", async ({ page, request }) => {
  await signUp(page);
  const oauth = (path: string, data: object) => request.post(`${productUrl()}/v1/auth/oauth/${path}`, { data });
  const started = await (await oauth("device", { client_id: "Living room" })).json();

  await page.goto(started.verification_uri);
  await page.keyboard.type(started.user_code.toLowerCase());
  await page.keyboard.press("Enter");
  await expect(page.getByText("Living room")).toBeVisible();
  await expect(page.getByText(started.user_code)).toBeVisible();
  await enter(page, page.getByRole("button", { name: "Sign in the TV" }));
  await expect(page.getByText("signs in within a few seconds", { exact: false })).toBeVisible();

  const reply = await oauth("token", { grant_type: DEVICE_GRANT, device_code: started.device_code });
  const { access_token } = await reply.json();
  const asTv = { headers: { authorization: `Bearer ${access_token}`, cookie: "" } };
  expect((await request.get(`${productUrl()}/v1/me`, asTv)).status()).toBe(200);

  await enter(page, page.getByRole("link", { name: "Sessions and TVs" }));
  await enter(page, page.getByRole("button", { name: "Sign out Living room" }));
  await enter(page, page.getByRole("dialog").getByRole("button", { name: "Sign out" }));
  await expect(page.getByText("Living room", { exact: true })).toBeHidden();
  expect((await request.get(`${productUrl()}/v1/me`, asTv)).status()).toBe(401);

  await page.goto(started.verification_uri_complete);
  await expect(page.getByText("No TV shows this code", { exact: false })).toBeVisible();
});

async function signInElsewhere(page: Page, account: { email: string; password: string }): Promise<Page> {
  await page.goto(`${productUrl()}/sign-in`);
  await page.getByLabel("E-mail").fill(account.email);
  await page.getByLabel("Password", { exact: true }).fill(account.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL("**/library");
  return page;
}
