import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { instantsShowing, wallClockMs } from "./grid-day";
import { layOut, wallOf } from "./lay-out";

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const wall = (text: string) => Date.parse(`${text}:00Z`);
const entry = (text: string, hours: number, isSecond?: boolean) => ({
  wallMs: wall(text),
  durationMs: hours * HOUR_MS,
  isSecond,
});
const utc = (ms: number) => new Date(ms).toISOString().slice(5, 16);

/** Zones and, of each, the days around which its clocks change, or some week where they never do. */
const ZONES = [
  { zone: "Europe/Berlin", days: ["2027-03-28", "2027-10-31"] },
  { zone: "America/New_York", days: ["2027-03-14", "2027-11-07"] },
  { zone: "Australia/Lord_Howe", days: ["2027-10-03", "2027-04-04"] },
  { zone: "Asia/Kathmandu", days: ["2027-03-28"] },
];

/** A guide of back-to-back or spaced programmes of a few days, by what the clock on the wall shows. */
const anyWeek = fc
  .record({
    at: fc.constantFrom(...ZONES.flatMap(({ zone, days }) => days.map((day) => ({ zone, day })))),
    slots: fc.array(
      fc.record({
        pause: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(90)),
        minutes: fc.integer({ min: 1, max: 200 }),
      }),
      { minLength: 1, maxLength: 60 },
    ),
  })
  .map(({ at, slots }) => {
    let wallMs = wall(`${at.day}T00:00`) - 24 * HOUR_MS;
    const entries = slots.map(({ pause, minutes }) => {
      wallMs += pause * MINUTE_MS;
      const made = { wallMs, durationMs: minutes * MINUTE_MS };
      wallMs += minutes * MINUTE_MS;
      return made;
    });
    return { zone: at.zone, entries };
  });

describe("any week in any zone", () => {
  test("everything starts when the clocks show its time, or as much later as they jump, and lasts as long as it lasts", () => {
    fc.assert(
      fc.property(anyWeek, ({ zone, entries }) => {
        for (const { entry: one, fromMs, toMs } of layOut(entries, zone).laid) {
          expect(toMs - fromMs).toBe(one.durationMs);
          const exists = instantsShowing(one.wallMs, zone).length > 0;
          const lateMs = wallClockMs(fromMs, zone) - one.wallMs;
          if (exists) expect(lateMs).toBe(0);
          else expect([30 * MINUTE_MS, HOUR_MS]).toContain(lateMs);
        }
      }),
    );
  });

  test("nothing overlaps, nothing is lost, and both lists are in order of time", () => {
    fc.assert(
      fc.property(anyWeek, ({ zone, entries }) => {
        const { laid, notLaid } = layOut(entries, zone);
        for (const [index, one] of laid.entries())
          expect(one.fromMs).toBeGreaterThanOrEqual(laid[index - 1]?.toMs ?? 0);
        const all = [...laid.map((one) => one.entry), ...notLaid.map((one) => one.entry)];
        expect(new Set(all)).toEqual(new Set(entries));
        expect(all).toHaveLength(entries.length);
        expect(notLaid).toEqual([...notLaid].sort((a, b) => a.atMs - b.atMs));
      }),
    );
  });

  test("only a lost hour leaves something out, and of a week in which no hour is lost nothing is left out", () => {
    fc.assert(
      fc.property(anyWeek, ({ zone, entries }) => {
        const { notLaid } = layOut(entries, zone);
        const first = entries[0]!;
        const last = entries.at(-1)!;
        const [fromMs] = instantsShowing(first.wallMs, zone);
        const [toMs] = instantsShowing(last.wallMs + last.durationMs, zone);
        const isShorter =
          fromMs === undefined || toMs === undefined || toMs - fromMs < last.wallMs + last.durationMs - first.wallMs;
        if (!isShorter) expect(notLaid).toEqual([]);
        for (const { reason } of notLaid) expect(reason).toBe("clocks_changed");
      }),
    );
  });
});

describe("the night in which clocks go forward (Berlin, 2027-03-28, 02:00 becomes 03:00)", () => {
  const zone = "Europe/Berlin";

  test("a time that does not exist begins an hour later by the clock, where nothing else does", () => {
    const { laid } = layOut([entry("2027-03-28T02:30", 0.5)], zone);
    expect(laid.map(({ fromMs }) => utc(fromMs))).toEqual(["03-28T01:30"]);
  });

  test("of a full night, the programmes of the lost hour are left out and the rest keeps its times", () => {
    const night = ["01:00", "02:00", "02:30", "03:00", "03:30"].map((time) => entry(`2027-03-28T${time}`, 0.5));
    const { laid, notLaid } = layOut(night, zone);
    expect(laid.map(({ fromMs }) => utc(fromMs))).toEqual(["03-28T00:00", "03-28T01:00", "03-28T01:30"]);
    expect(notLaid.map(({ entry: { wallMs } }) => utc(wallMs))).toEqual(["03-28T02:00", "03-28T02:30"]);
  });

  test("a film goes on over the jump whole, and what would begin meanwhile is left out", () => {
    const { laid, notLaid } = layOut(
      [entry("2027-03-28T01:30", 2), entry("2027-03-28T03:30", 1), entry("2027-03-28T04:30", 1)],
      zone,
    );
    expect(laid.map(({ fromMs, toMs }) => [utc(fromMs), utc(toMs)])).toEqual([
      ["03-28T00:30", "03-28T02:30"],
      ["03-28T02:30", "03-28T03:30"],
    ]);
    expect(notLaid.map(({ reason }) => reason)).toEqual(["clocks_changed"]);
  });
});

describe("the night in which clocks go back (Berlin, 2027-10-31, 03:00 becomes 02:00)", () => {
  const zone = "Europe/Berlin";

  test("a time that comes twice is the first, and the hour that is won stays free", () => {
    const { laid } = layOut([entry("2027-10-31T02:30", 0.5), entry("2027-10-31T03:00", 1)], zone);
    expect(laid.map(({ fromMs }) => utc(fromMs))).toEqual(["10-31T00:30", "10-31T02:00"]);
  });

  test("the second of the two times can be asked for, and an instant knows which it is", () => {
    const { laid } = layOut([entry("2027-10-31T02:30", 0.5, true)], zone);
    expect(utc(laid[0]!.fromMs)).toBe("10-31T01:30");
    expect(wallOf(laid[0]!.fromMs, zone)).toEqual({ wallMs: wall("2027-10-31T02:30"), isSecond: true });
    expect(wallOf(laid[0]!.fromMs - HOUR_MS, zone).isSecond).toBe(false);
  });
});

test("two entries that ask for one time are told apart from a change of the clocks", () => {
  const { notLaid } = layOut([entry("2027-06-01T20:00", 2), entry("2027-06-01T21:00", 1)], "Europe/Berlin");
  expect(notLaid.map(({ reason }) => reason)).toEqual(["occupied"]);
});
