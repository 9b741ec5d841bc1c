import { median, type Row } from "./bench";
import { scrollFrames, slowestInteraction } from "./studios/interactions";
import { loadPage, type PageLoad } from "./studios/page-load";
import { type StudioStage, setStudioStage } from "./studios/studio-stage";

export const name = "The Studio in the browser";
export const goal =
  "Per page: JavaScript of a first load against 180 kB gzip, the largest paint against 1.0 s, as it is and with the CPU slowed 4 ×, the slowest interaction slowed against 100 ms; frames while 10,000 items scroll against 16.7 ms.";

const ALLOWED_KB = 180;
const ALLOWED_PAINT_MS = 1000;
const ALLOWED_INTERACTION_MS = 100;
const FRAME_MS = 1000 / 60;
/** Pictures come at whole multiples of 16.7 ms, give or take the clock. */
const FRAME_TOLERANCE = 1.05;
const ROUNDS = 3;
const WHEEL_TURNS = 400;

export const parts = ["pages", "interactions", "scroll"];

export async function run(_: readonly number[], wanted: ReadonlySet<string>): Promise<Row[]> {
  const stage = await setStudioStage();
  try {
    const rows: Row[] = [];
    if (wanted.has("pages")) rows.push(...(await pagesRows(stage)));
    if (wanted.has("interactions")) rows.push(...(await interactionRows(stage)));
    if (wanted.has("scroll")) rows.push(await scrollRow(stage));
    return rows;
  } finally {
    await stage.clear();
  }
}

function pathsOf({ seed }: StudioStage): string[] {
  return [
    "/library",
    `/library/${seed.contentItemId}`,
    "/library/groups",
    "/library/import",
    "/library/jobs",
    `/schedule?channelId=${seed.channelId}`,
    "/channels",
    `/channels/${seed.channelId}`,
    "/analytics",
    "/account",
    "/account/api-keys",
  ];
}

/** Every page, and for information what all of them share: React, Next, react-query and the Studio's frame. */
async function pagesRows(stage: StudioStage): Promise<Row[]> {
  const rows: Row[] = [];
  const shared = new Map<string, number>();
  for (const [index, path] of pathsOf(stage).entries()) {
    const { scripts, ...page } = await pageRows(stage, path);
    if (index === 0) for (const [file, kB] of scripts) shared.set(file, kB);
    for (const file of shared.keys()) if (!scripts.has(file)) shared.delete(file);
    rows.push(...page.rows);
  }
  const kB = [...shared.values()].reduce((sum, size) => sum + size, 0);
  return [...rows, { what: "JavaScript that all pages share", ours: kB, yardstick: ALLOWED_KB, unit: "kB" }];
}

async function pageRows(stage: StudioStage, path: string) {
  const load = async (isSlowed: boolean) => {
    const context = await stage.visit();
    const loaded = await loadPage(context, stage.origin + path, isSlowed);
    await context.close();
    return loaded;
  };
  const loads: PageLoad[] = [];
  const slowed: PageLoad[] = [];
  while (loads.length < ROUNDS) {
    loads.push(await load(false));
    slowed.push(await load(true));
  }
  const page = path.replace(/[0-9a-f-]{36}/, "…").replace(/\?.*/, "");
  const kB = median(loads.map(({ scriptKb }) => scriptKb));
  const paint = (of: PageLoad[]) => median(of.map(({ largestPaintMs }) => largestPaintMs));
  const rows: Row[] = [
    { what: `${page}: JavaScript`, ours: kB, yardstick: ALLOWED_KB, unit: "kB", goal: { atMost: 1 } },
    paintRow(`${page}: largest paint`, paint(loads)),
    paintRow(`${page}: largest paint, CPU slowed`, paint(slowed)),
  ];
  return { rows, scripts: loads[0]!.scripts };
}

function paintRow(what: string, ours: number): Row {
  return { what, ours, yardstick: ALLOWED_PAINT_MS, unit: "ms", goal: { atMost: 1 } };
}

async function interactionRows(stage: StudioStage): Promise<Row[]> {
  const context = await stage.visit();
  const row = (what: string, ours: number): Row => {
    return { what, ours, yardstick: ALLOWED_INTERACTION_MS, unit: "ms", goal: { atMost: 1 } };
  };
  const library = await context.newPage();
  await library.goto(`${stage.origin}/library`);
  await library.getByRole("row").nth(5).waitFor();
  const inLibrary = await slowestInteraction(library, async (page) => {
    await page.getByRole("searchbox", { name: "Search titles" }).pressSequentially("harbour", { delay: 80 });
    await page.waitForTimeout(800);
    await page.getByRole("row").nth(3).getByRole("checkbox").click();
    await page.getByRole("row").nth(4).getByRole("link").first().click();
    await page.keyboard.press("Escape");
  });
  await library.close();
  const schedule = await context.newPage();
  await schedule.goto(`${stage.origin}/schedule?channelId=${stage.seed.channelId}`);
  await schedule.getByTestId("guide-block").first().waitFor();
  const inSchedule = await slowestInteraction(schedule, async (page) => {
    await page.getByTestId("guide-block").nth(2).click();
    await page.keyboard.press("Escape");
    await page.getByTestId("guide-block").nth(2).focus();
    for (let step = 0; step < 4; step++) await page.keyboard.press("ArrowRight");
  });
  await schedule.close();
  const analytics = await context.newPage();
  await analytics.goto(`${stage.origin}/analytics`);
  await analytics.getByRole("tab", { name: "Views" }).waitFor();
  const inAnalytics = await slowestInteraction(analytics, async (page) => {
    for (const name of ["Views", "Watch time", "Viewers"]) await page.getByRole("tab", { name }).click();
  });
  await context.close();
  return [
    row("Slowest interaction in the library", inLibrary),
    row("Slowest interaction on the schedule", inSchedule),
    row("Slowest interaction in analytics", inAnalytics),
  ];
}

async function scrollRow(stage: StudioStage): Promise<Row> {
  const context = await stage.visit();
  const page = await context.newPage();
  await page.goto(`${stage.origin}/library`);
  await page.getByRole("row").nth(5).waitFor();
  const frames = await scrollFrames(page, WHEEL_TURNS);
  await context.close();
  const p95 = frames[Math.floor(frames.length * 0.95)] ?? 0;
  return {
    what: "Library of 10,000 items, frames while it scrolls, p95",
    ours: p95,
    yardstick: FRAME_MS,
    unit: "ms",
    goal: { atMost: FRAME_TOLERANCE },
  };
}
