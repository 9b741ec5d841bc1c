import { expect, test } from "vitest";
import { csvText } from "./csv-text";
import { changeText, moneyText, watchText } from "./figure-text";

test("watch time is told in the unit that one would use", () => {
  expect([0, 59, 60, 3599, 3600, 12_000, 360_000].map(watchText)).toEqual([
    "0 s",
    "59 s",
    "1 min",
    "59 min",
    "1 h",
    "3 h 20 min",
    "100 h",
  ]);
});

test("a change is told with its sign, and not at all where there is nothing to compare with", () => {
  expect([0.254, -0.03, 0.001, null].map(changeText)).toEqual(["+25 %", "−3 %", "±0 %", null]);
});

test("money has the decimals of its currency", () => {
  expect(moneyText(1234, "EUR")).toMatch(/12[.,]34/);
  expect(moneyText(1234, "JPY")).toMatch(/1[.,]?234/);
});

test("a spreadsheet gets every title as text, never as a formula", () => {
  expect(
    csvText(
      ["title", "views"],
      [
        ['=cmd "x", y', 3],
        [null, 0],
      ],
    ),
  ).toBe('\uFEFFtitle,views\r\n"\'=cmd ""x"", y",3\r\n,0\r\n');
});
