import { expect, test } from "vitest";
import { fillText } from "./fill";
import { barText, openProgress, rateNote } from "./progress";
import { scheduleText } from "./schedule";
import { bytesText, columns, lengthText, plural } from "./text-of";

test("sizes have three digits at most", () => {
  expect([0, 999, 1000, 12_345, 999_999, 1_500_000, 52_428_800, 5e12].map(bytesText)).toEqual([
    ...["0 B", "999 B", "1.0 kB", "12.3 kB", "1.0 MB", "1.5 MB", "52.4 MB", "5.0 TB"],
  ]);
});

test("lengths read as clocks do", () => {
  expect([0, 59.6, 61, 3600, 86_399].map(lengthText)).toEqual(["0:00", "1:00", "1:01", "1:00:00", "23:59:59"]);
});

test("columns stand below each other, without blanks at the end", () => {
  expect(
    columns([
      ["A", "LONG"],
      ["bbb", ""],
      ["c", "d"],
    ]),
  ).toBe("A    LONG\nbbb\nc    d");
  expect([plural(1, "block"), plural(0, "block")]).toEqual(["1 block", "0 blocks"]);
});

test("a schedule shows blocks and gaps in the order of time, on the channel's clock", () => {
  const block = { id: "b1", startsAt: "2026-12-24T20:00:00.000Z", endsAt: "2026-12-24T21:30:00.000Z", kind: "content" };
  const text = scheduleText(
    {
      ...{ channelId: "c", from: "2026-12-24T19:00:00.000Z", to: "2026-12-24T22:00:00.000Z", total: 1, etag: "x" },
      editableFrom: null,
      blocks: [{ ...block, content: { title: "Die Nacht" } }],
      gaps: [{ from: "2026-12-24T19:00:00.000Z", to: block.startsAt }],
    } as never,
    "Europe/Berlin",
  );
  expect(text.split("\n")).toEqual([
    "2026-12-24 20:00:00 to 2026-12-24 23:00:00, Europe/Berlin",
    "",
    "START                LENGTH   WHAT         BLOCK",
    "2026-12-24 20:00:00  1:00:00  – nothing –",
    "2026-12-24 21:00:00  1:30:00  Die Nacht    b1",
  ]);
});

test("what a fill did is said in a sentence", () => {
  expect(fillText({ placed: 3, remainingGapSeconds: 90 }, false)).toBe(
    "Placed 3 blocks; 1:30 without a programme left.",
  );
  expect(fillText({ placed: 1, remainingGapSeconds: 0 }, true)).toBe("Would place 1 block; no gap left.");
});

test("a bar is never wider than the terminal, whatever the name", () => {
  for (const width of [20, 40, 80, 200]) {
    const line = barText({ name: "ein-sehr-langer-name.mp4".repeat(9), done: 1, total: 3, note: "12 MB/s" }, width);
    expect(line.length).toBeLessThan(width);
  }
  expect(barText({ name: "a.mp4", done: 1, total: 2, note: "" }, 80)).toContain("██████████░░░░░░░░░░  50 %");
});

test("speed and time left come from what this run sent, not from what was there before", () => {
  expect(rateNote(6_000_000, 10_000_000, 2_000_000, 2000)).toBe("6.0 MB of 10.0 MB, 1.0 MB/s, 0:04 left");
  expect(rateNote(0, 10, 0, 0)).toBe("0 B of 10 B");
});

test("a terminal sees bars that redraw, anything else only how it ended", () => {
  const lines = (isTTY: boolean) => {
    const written: string[] = [];
    let nowMs = 0;
    const progress = openProgress({ isTTY, columns: 80, write: (text) => written.push(text) }, () => nowMs);
    for (const done of [0, 50, 100]) {
      progress.show({ name: "a", done, total: 100, note: "" });
      nowMs += 200;
    }
    progress.settle("a", "a: done");
    return written;
  };
  expect(lines(false)).toEqual(["a: done\n"]);
  const drawn = lines(true);
  expect(drawn.filter((text) => text.includes("%"))).toHaveLength(3);
  expect(drawn.filter((text) => text === "\u001b[1A\u001b[0J")).toHaveLength(3);
  expect(drawn.at(-1)).toBe("a: done\n");
});
