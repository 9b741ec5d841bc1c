import fc from "fast-check";
import { expect, test } from "vitest";
import { withDigit } from "./number-entry";

const numbers = [1, 7, 12, 120];

test("a digit waits for another only while a longer number begins so", () => {
  expect(withDigit("", "7", numbers)).toEqual({ digits: "7", isComplete: true });
  expect(withDigit("", "1", numbers)).toEqual({ digits: "1", isComplete: false });
  expect(withDigit("1", "2", numbers)).toEqual({ digits: "12", isComplete: false });
  expect(withDigit("12", "0", numbers)).toEqual({ digits: "120", isComplete: true });
});

test("a number that nothing begins with is complete at once, and leading zeros wait for the rest", () => {
  expect(withDigit("", "9", numbers).isComplete).toBe(true);
  expect(withDigit("", "0", numbers)).toEqual({ digits: "0", isComplete: false });
  expect(withDigit("0", "7", numbers)).toEqual({ digits: "07", isComplete: true });
});

test("every channel can be reached by typing its number", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 99_999 }), { minLength: 1 }), (list) => {
      for (const number of list) {
        let digits = "";
        for (const digit of String(number)) {
          const typed = withDigit(digits, digit, list);
          digits = typed.digits;
          if (typed.isComplete) break;
        }
        expect(Number(digits)).toBe(number);
      }
    }),
  );
});
