import { expect, test } from "vitest";
import { backoffMs, recoveryFrom } from "./recovery";

const lost = { kind: "network", isSource: false, httpStatus: null } as const;
const missing = { kind: "network", isSource: true, httpStatus: 404 } as const;
const decoder = { kind: "media", isSource: false, httpStatus: null } as const;

test("waits grow to fifteen seconds and no further", () => {
  expect([0, 1, 2, 3, 4, 5, 50].map(backoffMs)).toEqual([1000, 2000, 4000, 8000, 15_000, 15_000, 15_000]);
});

test("a lost segment is asked for again before the stream is begun anew", () => {
  expect(recoveryFrom(lost, 0, true)).toEqual({ step: "startLoad", afterMs: 1000 });
  expect(recoveryFrom(lost, 3, true)).toEqual({ step: "reload", afterMs: 8000 });
});

test("an unpublished channel is asked for again for ever", () => {
  for (const failures of [0, 10, 1000]) expect(recoveryFrom(missing, failures, true).step).toBe("reload");
});

test("an item that is gone or fails for good is given up", () => {
  expect(recoveryFrom(missing, 0, false).step).toBe("giveUp");
  expect(recoveryFrom(lost, 6, false).step).toBe("giveUp");
});

test("trouble of the decoder is mended at once, then by beginning anew", () => {
  expect(recoveryFrom(decoder, 0, true)).toEqual({ step: "recoverMedia", afterMs: 0 });
  expect(recoveryFrom(decoder, 2, true)).toEqual({ step: "reload", afterMs: 1000 });
});
