import { prepareTvApp } from "@/scripts/prepare/artifacts";
import { type TvWeight, weigh, zap } from "@/scripts/testing/tv-weight";
import type { Row } from "./bench";
import { setStudioStage } from "./studios/studio-stage";

export const name = "A television that stays on";
export const goal =
  "What the TV app weighs after some hundred zaps, and after minutes of watching, against what it weighed after the first thirty zaps, and after as long: heap, nodes of the document and listeners may not grow. Numbers: zaps (300), minutes of watching (2).";

const PAUSE_MS = 250;
const FIRST_ZAPS = 30;
/** Of the heap: segments that wait in JavaScript come and go. */
const HEAP_TOLERANCE = 1.3;
const COUNT_TOLERANCE = 1.15;

export async function run([zaps = 300, minutes = 2]: readonly number[]): Promise<Row[]> {
  await prepareTvApp(console.error);
  const stage = await setStudioStage("bench/tvs/seed-tv.ts");
  try {
    const context = await stage.visit();
    const tv = await context.newPage();
    await tv.setViewportSize({ width: 1280, height: 720 });
    await tv.goto(`${stage.origin}/tv`);
    await tv.getByRole("region", { name: "Channel", exact: true }).waitFor();
    const devtools = await context.newCDPSession(tv);
    // A player that has just begun holds less than one that has played: like is compared with like.
    const round = async (count: number) => {
      await zap(tv, count, PAUSE_MS);
      const zapped = await weigh(devtools);
      await tv.waitForTimeout(minutes * 60_000);
      return { zapped, watched: await weigh(devtools) };
    };
    const [first, last] = [await round(FIRST_ZAPS), await round(zaps)];
    await context.close();
    return [
      ...rows(`After ${zaps} zaps`, last.zapped, first.zapped),
      ...rows(`${minutes} minutes later`, last.watched, first.watched),
    ];
  } finally {
    await stage.clear();
  }
}

function rows(when: string, ours: TvWeight, before: TvWeight): Row[] {
  const row = (what: keyof TvWeight, unit: string, atMost: number): Row => ({
    what: `${when}: ${what}`,
    ours: ours[what],
    yardstick: before[what],
    unit,
    goal: { atMost },
  });
  return [
    row("megabytes", "MB", HEAP_TOLERANCE),
    row("nodes", "nodes", COUNT_TOLERANCE),
    row("listeners", "listeners", COUNT_TOLERANCE),
  ];
}
