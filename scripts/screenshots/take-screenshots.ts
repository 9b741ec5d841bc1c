import { mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import { type Browser, type BrowserContext, chromium } from "playwright";
import { type PageToShoot, PUBLIC_PAGES, pagesOf } from "./pages";
import { takeTvScreenshots } from "./tv-states";
import { letPeopleWatch } from "./watching";

const WIDTHS = { 1440: 900, 390: 844 } as const;
const THEMES = ["dark", "light"] as const;
/** For what is drawn once everything is there: charts, the first picture of a player. */
const REST_MS = 1_000;
/** On a machine that does other things as well a page may take its time. */
const PATIENCE_MS = 120_000;
const DEMO = "demo@lineup.local";
const EMPTY = "empty@lineup.local";

/** Takes every picture into a folder, named `theme/width/demo|empty|public/page.png` and `tv/lines/state.png`, and answers how many. */
export async function takeScreenshots(origin: string, stateFolder: string, into: string): Promise<number> {
  const password = (await readFile(path.join(stateFolder, "demo-password"), "utf8")).trim();
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--autoplay-policy=no-user-gesture-required"],
  });
  const looks = THEMES.flatMap((theme) => Object.entries(WIDTHS).map(([width, height]) => ({ theme, width, height })));
  try {
    // Side by side, because most of the time is spent waiting for pages to come to rest.
    const counts = await Promise.all(
      looks.map(async ({ theme, width, height }) => {
        const look = { colorScheme: theme, viewport: { width: Number(width), height } };
        const folder = path.join(into, theme, width);
        const demo = await visitor(browser, look, origin, { email: DEMO, password });
        const inDemo = await shoot(demo, origin, await pagesOf(demo.request, origin), path.join(folder, "demo"));
        const empty = await visitor(browser, look, origin, { email: EMPTY, password });
        const inEmpty = await shoot(empty, origin, await pagesOf(empty.request, origin), path.join(folder, "empty"));
        const nobody = await browser.newContext(look);
        return inDemo + inEmpty + (await shoot(nobody, origin, PUBLIC_PAGES, path.join(folder, "public")));
      }),
    );
    const onTv = await takeTvScreenshots(browser, origin, into);
    return counts.reduce((sum, count) => sum + count, onTv);
  } finally {
    await browser.close();
  }
}

type Look = Parameters<Browser["newContext"]>[0];

/** A browser in which somebody is signed in; whoever has no account yet gets one. */
async function visitor(browser: Browser, look: Look, origin: string, account: { email: string; password: string }) {
  const context = await browser.newContext(look);
  if (account.email === EMPTY) {
    await context.request.post(`${origin}/v1/auth/register`, { data: { ...account, name: "New Creator" } });
  }
  const { csrfToken } = await (await context.request.get(`${origin}/api/auth/csrf`)).json();
  const reply = await context.request.post(`${origin}/api/auth/callback/credentials`, {
    form: { csrfToken, ...account, json: "true" },
  });
  if (!reply.ok()) throw new Error(`signing ${account.email} in was answered ${reply.status()}`);
  return context;
}

async function shoot(
  context: BrowserContext,
  origin: string,
  pages: readonly PageToShoot[],
  folder: string,
): Promise<number> {
  await mkdir(folder, { recursive: true });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  for (const { name, path: address } of pages) {
    if (address.startsWith("/analytics")) await letPeopleWatch(context.request, origin);
    await page.goto(origin + address, { waitUntil: "load" });
    await page.waitForFunction(isWhole);
    await page.waitForTimeout(REST_MS);
    await page.screenshot({ path: path.join(folder, `${name}.png`), animations: "disabled" });
  }
  await context.close();
  return pages.length;
}

/**
 * Nothing on the screen holds the place of something that is still to come. Runs in the page, where the names that tsx
 * gives to functions are not known: there is none within.
 */
function isWhole(): boolean {
  return [...document.querySelectorAll(".animate-shimmer, [aria-busy=true], img")].every((element) => {
    const { top, bottom, width } = element.getBoundingClientRect();
    const isSeen = width > 0 && bottom > 0 && top < window.innerHeight;
    return !isSeen || (element instanceof HTMLImageElement && element.complete);
  });
}
