import { decodeTime, isValid } from "ulid";
import { expect, test } from "vitest";
import { requestId } from "./request-id";

test("is a ULID of the given time behind its prefix", () => {
  const nowMs = Date.now() + 1_000;
  const [prefix, id = ""] = requestId(nowMs).split("_");
  expect(prefix).toBe("req");
  expect(isValid(id)).toBe(true);
  expect(decodeTime(id)).toBe(nowMs);
});

test("rises with every call, also within a millisecond and when the clock goes back", () => {
  const start = Date.now() + 10_000;
  const made = Array.from({ length: 100_000 }, (_, call) => requestId(start + (call % 3)));
  expect(made).toEqual(made.toSorted());
  expect(new Set(made).size).toBe(made.length);
});
