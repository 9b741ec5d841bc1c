import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { createApiKey, signUpByRequest } from "./support/accounts";
import { Program, productUrl } from "./support/program";

const STUDIO = [
  "/link",
  "/library",
  "/library?type=series&view=grid",
  "/library/groups",
  "/library/import",
  "/library/jobs",
  "/schedule",
  "/channels",
  "/analytics",
  "/account",
  "/account/password",
  "/account/sessions",
  "/account/preferences",
  "/account/api-keys",
  "/account/webhooks",
  "/account/activity",
  "/account/close",
];
const PUBLIC = ["/", "/sign-in", "/sign-up", "/developers", "/developers/api", "/developers/mcp", "/nothing-here"];

// Some sixty looks at pages, on a machine that may do other things as well.
test.setTimeout(900_000);

test("no page has an accessibility violation in either theme: public, empty and full", async ({ page, request }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  for (const path of PUBLIC) await inspect(page, path);

  await signUpByRequest(page.request);
  for (const path of STUDIO) await inspect(page, path);
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog", { name: "Commands" }).getByRole("option").first()).toBeVisible();
  await violations(page, "the command palette");
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  await violations(page, "the sheet of shortcuts");
  await page.goto(`${productUrl()}/account/api-keys`);
  await page.getByRole("button", { name: "New key" }).click();
  const form = page.getByRole("dialog", { name: "New API key" });
  await form.getByLabel("Name").fill("Night uploader");
  await form.getByRole("button", { name: "Everything" }).click();
  await violations(page, "the form of a new key");
  await form.getByRole("button", { name: "Create key" }).click();
  await expect(page.getByRole("dialog", { name: /^Copy the key/ })).toBeVisible();
  await violations(page, "the key that is shown once");

  await signUpByRequest(request);
  const full = await fill(new Program(await createApiKey(request, SCOPES)));
  await page.context().clearCookies();
  await page.context().addCookies((await request.storageState()).cookies);
  const filled = [
    "/library",
    "/library?view=grid",
    "/library/groups",
    "/schedule",
    "/channels",
    "/analytics",
    "/account/api-keys",
  ];
  for (const path of [...filled, ...full]) await inspect(page, path);
  await page.goto(productUrl() + full.find((path) => path.startsWith("/watch/")));
  await page.getByRole("button", { name: "Share" }).click();
  await expect(page.getByRole("dialog", { name: /^Share/ })).toBeVisible();
  await violations(page, "the share dialog");
  await inspectTv(page);
});

const SCOPES = ["content:read", "content:write", "channel:read", "channel:write", "schedule:read", "schedule:write"];

/** Something of everything that needs no file, and the addresses of the pages that show it. */
async function fill(program: Program): Promise<string[]> {
  type Made = { id: string; slug: string };
  const series = await program.call<Made>("POST", "/v1/creator/content", { type: "series", title: "The Harbour" });
  await program.call("POST", "/v1/creator/content", {
    type: "season",
    title: "One",
    seriesId: series.id,
    seasonNumber: 1,
  });
  const group = await program.call<Made>("POST", "/v1/creator/content-groups", { name: "Evenings", kind: "static" });
  const channel = await program.call<Made>("POST", "/v1/creator/channels", {
    name: "Harbour TV",
    timezone: "Asia/Tokyo",
  });
  await program.call("POST", "/v1/creator/channels", { name: "A draft" });
  await program.call("POST", `/v1/creator/channels/${channel.id}/publish`);
  const startsAt = new Date(Date.now() + 3_600_000).toISOString();
  const block = { channelId: channel.id, kind: "ad_break", startsAt, durationSeconds: 600 };
  await program.call("POST", "/v1/creator/schedule", block);
  return [
    `/library/${series.id}?type=series`,
    `/library/groups/${group.id}`,
    `/channels/${channel.id}`,
    `/channels/${channel.id}?tab=programming`,
    `/channels/${channel.id}?tab=as-run`,
    `/schedule?channelId=${channel.id}`,
    "/",
    "/?category=other",
    "/?q=harbour",
    `/watch/${channel.slug}`,
    `/embed/watch/${channel.slug}`,
  ];
}

/** Everything in light, and in dark what another theme can change. */
async function inspect(page: Page, path: string): Promise<void> {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto(productUrl() + path);
  const loading = page.locator("[aria-busy=true], [role=status][aria-label^=Loading]");
  await expect(loading).toHaveCount(0, { timeout: 60_000 });
  await violations(page, `${path} in light`);
  await page.emulateMedia({ colorScheme: "dark" });
  await violations(page, `${path} in dark`, ["color-contrast"]);
}

/** The TV app, over whatever channel is on the air: it has one look, and everything in it lies over the picture. */
async function inspectTv(page: Page): Promise<void> {
  await page.goto(`${productUrl()}/tv`);
  const layer = (name: string) => page.getByRole("region", { name, exact: true });
  await expect(layer("Channel")).toBeVisible({ timeout: 60_000 });
  await violations(page, "the bar of /tv");
  await page.keyboard.press("ArrowLeft");
  await expect(layer("Guide").locator(".cell:focus")).toBeVisible();
  await violations(page, "the guide of /tv");
  await page.keyboard.press("Escape");
  await page.keyboard.press("ArrowRight");
  await expect(layer("Menu")).toBeVisible();
  await violations(page, "the menu of /tv");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(layer("Sign in").locator("svg.qr")).toBeVisible();
  await violations(page, "the sign-in of /tv");
}

async function violations(page: Page, where: string, rules?: string[]): Promise<void> {
  await page.evaluate(settled);
  const builder = new AxeBuilder({ page });
  const { violations: found } = await (rules ? builder.withRules(rules) : builder).analyze();
  const words = found.map(
    ({ id, help, nodes }) => `${id}: ${help}\n    ${nodes.map((node) => node.html).join("\n    ")}`,
  );
  expect.soft(words, where).toEqual([]);
}

/** Colours that fade from one theme into the other are those of neither. */
async function settled(): Promise<void> {
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const fading = document.getAnimations().filter((each) => each instanceof CSSTransition);
  await Promise.allSettled(fading.map((each) => each.finished));
}
