import { readdir } from "node:fs/promises";
import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import { createApiKey, signUpByRequest } from "./support/accounts";
import { productUrl } from "./support/program";

/** What stands for the dynamic parts of addresses, by the folder that holds them. */
interface Made {
  channel: { id: string; slug: string };
  group: { id: string };
  item: { id: string };
  webhook: { id: string };
}

const ADDRESS_OF: Record<string, (made: Made) => string> = {
  "/preview/[id]": ({ item }) => `/preview/${item.id}`,
  "/embed/watch/[slug]": ({ channel }) => `/embed/watch/${channel.slug}`,
  "/watch/[slug]": ({ channel }) => `/watch/${channel.slug}`,
  "/channels/[id]": ({ channel }) => `/channels/${channel.id}`,
  "/library/[id]": ({ item }) => `/library/${item.id}`,
  "/account/webhooks/[id]": ({ webhook }) => `/account/webhooks/${webhook.id}`,
  "/library/groups/[id]": ({ group }) => `/library/groups/${group.id}`,
};

/** Every page of the product, as its routes name it. */
async function pages(): Promise<string[]> {
  const files = await readdir("app", { recursive: true });
  return files
    .filter((file) => /(^|\/)page\.tsx$/.test(file))
    .map((file) => `/${file}`.replace(/\/page\.tsx$/, "").replace(/\/\([^)]+\)/g, "") || "/")
    .sort();
}

async function make(request: APIRequestContext): Promise<Made> {
  const origin = productUrl();
  await signUpByRequest(request);
  const post = async (path: string, data?: unknown) => {
    const reply = await request.post(`${origin}/v1/creator/${path}`, { data, headers: { origin } });
    expect(reply.ok(), `${path}: ${await reply.text()}`).toBe(true);
    return reply.json();
  };
  const channel = await post("channels", { name: "Harbour TV" });
  await post(`channels/${channel.id}/publish`);
  const group = await post("content-groups", { name: "Reruns", kind: "static" });
  const item = await post("content", { title: "Harbour nights", type: "series" });
  const hook = { url: "https://hooks.example/lineup", eventTypes: ["content.ready"] };
  const { endpoint } = await post("webhooks", hook);
  return { channel, group, item, webhook: endpoint };
}

/** Everything that a page's policy refused, in this page and in its frames. */
async function listenForViolations(page: Page): Promise<string[]> {
  const heard: string[] = [];
  await page.exposeFunction("violated", (what: string) => heard.push(`${page.url()}: ${what}`));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const tell = (window as unknown as { violated: (what: string) => void }).violated;
      tell(
        `${event.violatedDirective} refused ${event.blockedURI || "inline"} ${event.sourceFile}:${event.lineNumber}`,
      );
    });
  });
  page.on("console", (message) => {
    if (/Content Security Policy|Permissions.Policy/i.test(message.text()))
      heard.push(`${page.url()}: ${message.text()}`);
  });
  return heard;
}

test("no page asks for what its policy refuses, and every page has the headers that it must", async ({ page }) => {
  const made = await make(page.request);
  const violations = await listenForViolations(page);
  for (const route of await pages()) {
    const address = ADDRESS_OF[route]?.(made) ?? route;
    expect(address, `${route} needs an address in ADDRESS_OF`).not.toContain("[");
    const reply = await page.goto(productUrl() + address, { waitUntil: "load" });
    const headers = reply?.headers() ?? {};
    const framed = address.startsWith("/embed/");
    const policy = headers["content-security-policy"] ?? "";
    expect(policy, address).toMatch(/script-src 'self' 'nonce-[^']{24}' 'strict-dynamic'; script-src-attr 'none'/);
    const ancestors = framed ? "*" : address.startsWith("/preview/") ? "'self'" : "'none'";
    expect(policy.endsWith(`frame-ancestors ${ancestors}`), address).toBe(true);
    expect(headers, address).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "strict-origin-when-cross-origin",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": framed ? "cross-origin" : "same-origin",
      "permissions-policy": expect.stringContaining("camera=()"),
    });
    expect(headers["x-powered-by"], address).toBeUndefined();
    for (const [tag] of ((await reply?.text()) ?? "").matchAll(/<script\b[^>]*>/g)) {
      expect(tag, `${address} has a script that will not run`).toContain('nonce="');
    }
    // A page whose scripts did not run would ask for nothing: the first of them is Next's own.
    await page.waitForFunction(() => "__next_f" in window);
  }
  expect(violations).toEqual([]);
});

test("a page takes its scripts and styles from the browser's cache, although its nonce is new", async ({ page }) => {
  const files = () =>
    page.evaluate(() =>
      performance
        .getEntriesByType("resource")
        .filter(({ name }) => name.includes("/_next/static/"))
        .map((entry) => ({ name: entry.name, sent: (entry as PerformanceResourceTiming).transferSize })),
    );
  await page.goto(`${productUrl()}/sign-in`, { waitUntil: "load" });
  expect((await files()).length).toBeGreaterThan(3);
  await page.goto(`${productUrl()}/sign-in`, { waitUntil: "load" });
  const again = await files();
  expect(again.length).toBeGreaterThan(3);
  expect(again.filter(({ sent }) => sent > 0)).toEqual([]);
});

test("streams stay open to every page, and the API stays shut to frames and scripts", async ({ request }) => {
  const { channel } = await make(request);
  const playlist = await request.get(`${productUrl()}/v1/channels/${channel.slug}/master.m3u8`);
  expect(playlist.headers()).toMatchObject({
    "access-control-allow-origin": "*",
    "cross-origin-resource-policy": "cross-origin",
  });
  const token = await createApiKey(request, ["channel:read"]);
  const me = await request.get(`${productUrl()}/v1/me`, { headers: { Authorization: `Bearer ${token}` } });
  expect(me.headers()["content-security-policy"]).toMatch(/^default-src 'none'.*frame-ancestors 'none'$/);
  expect(me.headers()["x-content-type-options"]).toBe("nosniff");
});
