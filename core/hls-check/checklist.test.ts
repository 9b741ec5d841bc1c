import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { itemShape } from "../playout/testing/arbitrary-library";
import type { Finding } from "./finding";
import { RULES } from "./rules";
import { CHECKLIST } from "./testing/checklist";
import { watchThirtyDays } from "./testing/long-history";

const RUNS = 3;

describe("thirty days of random guides, edits and times off air, on three instances whose clocks differ by 2 s and of which two remember", () => {
  let findings: Finding[] = [];
  let offAir: number[] = [];
  let playlistsRead = 0;

  beforeAll(() => {
    const lived = fc.record({
      seed: fc.integer(),
      library: fc.array(itemShape, { minLength: 1, maxLength: 8 }),
      filler: fc.nat(3),
      loops: fc.boolean(),
      visits: fc.constant(40),
    });
    for (const history of fc.sample(lived, RUNS)) {
      const watched = watchThirtyDays(history);
      const where = JSON.stringify(history);
      findings = [
        ...findings,
        ...watched.findings.map((each) => ({ ...each, evidence: `${each.evidence} in ${where}` })),
      ];
      offAir = [...offAir, ...watched.statusesOffAir];
      playlistsRead += watched.playlistsRead;
      expect(watched.days).toBeGreaterThanOrEqual(30);
    }
  }, 120_000);

  test.each(CHECKLIST)("$number: $promise", ({ rules }) => {
    expect(findings.filter((finding) => rules.includes(finding.rule))).toEqual([]);
  });

  test("14: playlists answer 404 while the channel is not published", () => {
    expect(new Set(offAir)).toEqual(new Set([404]));
  });

  test("enough was watched to say so", () => {
    expect(playlistsRead).toBeGreaterThan(RUNS * 1_500);
  });
});

test("every rule belongs to an item of the list", () => {
  const listed = new Set(CHECKLIST.flatMap(({ rules }) => rules));
  expect(Object.keys(RULES).filter((rule) => !listed.has(rule as keyof typeof RULES))).toEqual([]);
});
