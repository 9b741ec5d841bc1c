import { expect, test } from "vitest";
import { DEMO_CHANNELS, stretchesOf } from "./demo-channels";

const HOUR_MS = 3_600_000;

test.each(DEMO_CHANNELS)("the week of $channel.name is whole but for the gaps it names", (demo) => {
  const stretches = stretchesOf(demo, 0);
  const filledMs = stretches.reduce((sum, one) => sum + one.toMs - one.fromMs, 0);
  const gapHours = demo.gaps.reduce((sum, gap) => sum + gap.toHour - gap.fromHour, 0);
  expect(filledMs).toBe((7 * 24 - gapHours) * HOUR_MS);
  for (const [index, one] of stretches.entries())
    expect(one.fromMs).toBeGreaterThanOrEqual(stretches[index - 1]?.toMs ?? 0);
  for (const gap of demo.gaps) {
    const at = (gap.day * 24 + (gap.fromHour + gap.toHour) / 2) * HOUR_MS;
    expect(stretches.some((one) => one.fromMs <= at && at < one.toMs)).toBe(false);
  }
});
