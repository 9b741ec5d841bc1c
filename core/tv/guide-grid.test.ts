import fc from "fast-check";
import { expect, test } from "vitest";
import {
  cellAt,
  cellsFrom,
  firstRowShown,
  GUIDE_AHEAD_MS,
  type GuideFocus,
  keptUp,
  movedSideways,
  movedToRow,
  scaleFor,
  tickOf,
} from "./guide-grid";

const AT_EIGHT = Date.UTC(2026, 4, 3, 20);
const minutes = (count: number) => AT_EIGHT + count * 60_000;
const programme = (title: string, fromMinute: number, toMinute: number) => ({
  title,
  subtitle: "",
  description: "",
  startsAtMs: minutes(fromMinute),
  endsAtMs: minutes(toMinute),
});
const evening = [programme("News", -15, 15), programme("Film", 15, 110), programme("Late", 130, 200)];
const wide = scaleFor([]);
const titles = (fromMs: number) => cellsFrom(evening, fromMs, wide).map((cell) => cell.programme?.title ?? "–");

test("a row has no hole: what nobody announced is cut at the guide's times", () => {
  expect(titles(minutes(0))).toEqual(["News", "Film", "–"]);
  expect(titles(minutes(120))).toEqual(["–", "Late", "–", "–"]);
  fc.assert(
    fc.property(fc.integer({ min: -100, max: 300 }), (from) => {
      const fromMs = minutes(from);
      const cells = cellsFrom(evening, fromMs, wide);
      expect(cells[0]!.startsAtMs).toBeLessThanOrEqual(fromMs);
      expect(cells.at(-1)!.endsAtMs).toBeGreaterThanOrEqual(fromMs + wide.spanMs);
      for (const [at, cell] of cells.slice(1).entries()) expect(cell.startsAtMs).toBe(cells[at]!.endsAtMs);
    }),
  );
});

test("the scale follows what is usual, so that titles have room", () => {
  const usual = (...lengths: number[]) => scaleFor(lengths.map((length) => programme("", 0, length))).spanMs / 60_000;
  expect([usual(), usual(30, 5, 45), usual(20), usual(12, 12, 90), usual(3, 4, 60), usual(1)]).toEqual([
    ...[120, 120, 120, 60, 30, 30],
  ]);
});

const start: GuideFocus = { row: 0, atMs: minutes(5), fromMs: minutes(0) };
const right = (focus: GuideFocus, nowMs = minutes(5)) => {
  const cells = cellsFrom(evening, focus.fromMs, wide);
  return movedSideways(focus, cellAt(cells, focus.atMs), 1, nowMs, wide);
};

test("right leads to the next programme, and the view follows so that its beginning is seen", () => {
  const film = right(start);
  expect(film).toEqual({ row: 0, atMs: minutes(15), fromMs: minutes(0) });
  const gap = right(film);
  expect(gap).toEqual({ row: 0, atMs: minutes(110), fromMs: minutes(60) });
});

test("left leads back to what runs now and no further", () => {
  const nowMs = minutes(5);
  const film = right(start);
  const cells = cellsFrom(evening, minutes(0), wide);
  const news = movedSideways(film, cellAt(cells, film.atMs), -1, nowMs, wide);
  expect(news.atMs).toBe(minutes(15) - 1);
  expect(movedSideways(news, cellAt(cells, news.atMs), -1, nowMs, wide)).toEqual(news);
});

test("wherever arrows lead, the focus is inside of the view, not in the past and not beyond what is foretold", () => {
  const key = fc.constantFrom("left", "right", "up", "down");
  fc.assert(
    fc.property(fc.array(key, { maxLength: 200 }), fc.nat(59), fc.constantFrom(90, 12, 3), (keys, minute, usual) => {
      const scale = scaleFor([programme("", 0, usual)]);
      const nowMs = minutes(minute);
      let focus: GuideFocus = { row: 0, atMs: nowMs, fromMs: tickOf(nowMs, scale) };
      for (const each of keys) {
        const cell = cellAt(cellsFrom(evening, focus.fromMs, scale), focus.atMs);
        expect(cell).not.toBeNull();
        if (each === "up" || each === "down") focus = movedToRow(focus, each === "up" ? -1 : 1, 3, nowMs);
        else focus = movedSideways(focus, cell, each === "left" ? -1 : 1, nowMs, scale);
        expect(focus.fromMs % scale.tickMs).toBe(0);
        expect(focus.atMs).toBeGreaterThanOrEqual(Math.max(focus.fromMs, nowMs));
        expect(focus.atMs).toBeLessThan(Math.min(focus.fromMs + scale.spanMs, nowMs + GUIDE_AHEAD_MS));
        expect(focus.row).toBeGreaterThanOrEqual(0);
        expect(focus.row).toBeLessThan(3);
      }
    }),
  );
});

test("up and down keep to the time, and the ends of the list hold", () => {
  expect(movedToRow({ ...start, row: 1 }, 1, 3, minutes(5))).toEqual({ ...start, row: 2 });
  expect(movedToRow({ ...start, row: 1 }, 6, 3, minutes(5)).row).toBe(2);
  expect(movedToRow(start, -1, 3, minutes(5)).row).toBe(0);
  expect(movedToRow(start, 1, 0, minutes(5)).row).toBe(0);
});

test("the guide goes on with the clock", () => {
  expect(keptUp(start, minutes(31), wide)).toEqual({ row: 0, atMs: minutes(31), fromMs: minutes(30) });
  const later = { row: 2, atMs: minutes(200), fromMs: minutes(150) };
  expect(keptUp(later, minutes(31), wide)).toEqual(later);
});

test("the focused row is shown with a neighbour on either side, wherever there is one", () => {
  expect(firstRowShown(0, 0, 6, 20)).toBe(0);
  expect(firstRowShown(5, 0, 6, 20)).toBe(1);
  expect(firstRowShown(19, 1, 6, 20)).toBe(14);
  expect(firstRowShown(14, 14, 6, 20)).toBe(13);
  expect(firstRowShown(2, 9, 6, 3)).toBe(0);
});
