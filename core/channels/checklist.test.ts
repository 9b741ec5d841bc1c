import { describe, expect, test } from "vitest";
import { type LaunchFacts, launchChecklist } from "./checklist";

const HOUR_MS = 3_600_000;
const complete: LaunchFacts = {
  kind: "linear",
  uniqueContentMs: 4 * HOUR_MS,
  items: 3,
  itemsWithCaptions: 3,
  scheduledAheadMs: 72 * HOUR_MS,
  gapsMs: 0,
  hasLogo: true,
  hasDescription: true,
};

describe("launchChecklist", () => {
  test("a complete channel passes everything", () => {
    expect(launchChecklist(complete)).toMatchObject({ passed: 6, total: 6 });
  });

  test.each([
    ["unique_content", { uniqueContentMs: 4 * HOUR_MS - 1 }],
    ["captions", { itemsWithCaptions: 2 }],
    ["captions", { items: 0, itemsWithCaptions: 0 }],
    ["scheduled_ahead", { scheduledAheadMs: 71 * HOUR_MS }],
    ["gaps", { gapsMs: 1 }],
    ["logo", { hasLogo: false }],
    ["description", { hasDescription: false }],
  ])("%s alone fails", (id, facts) => {
    const { items, passed } = launchChecklist({ ...complete, ...facts });
    expect(items.filter((item) => !item.passed).map((item) => item.id)).toEqual([id]);
    expect(passed).toBe(5);
  });

  test("a loop needs no guide", () => {
    const { items, total } = launchChecklist({ ...complete, kind: "loop", scheduledAheadMs: 0, gapsMs: HOUR_MS });
    expect(total).toBe(4);
    expect(items.every((item) => item.passed)).toBe(true);
  });
});
