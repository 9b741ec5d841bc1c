import { beforeEach, expect, test, vi } from "vitest";
import { deleteLater } from "./pending-deletes";

let leave: () => void;
beforeEach(() => {
  leave = () => {};
  vi.stubGlobal("window", {
    addEventListener: (_: string, listener: () => void) => {
      leave = listener;
    },
    removeEventListener: () => {},
  });
});

test("what is undone is never carried out, whatever comes after it", () => {
  const carryOut = vi.fn();
  const pending = deleteLater(["a"], carryOut);
  pending.undo();
  pending.confirm();
  leave();
  expect(carryOut).not.toHaveBeenCalled();
});

test("what is confirmed is carried out once, and cannot be undone any more", () => {
  const carryOut = vi.fn();
  const pending = deleteLater(["b", "c"], carryOut);
  pending.confirm();
  leave();
  pending.undo();
  expect(carryOut.mock.calls).toEqual([[["b", "c"], false]]);
});

test("a page that goes away carries out what was not undone", () => {
  const carryOut = vi.fn();
  deleteLater(["d"], carryOut);
  leave();
  expect(carryOut.mock.calls).toEqual([[["d"], true]]);
});

test("an item is deleted once, however often it is asked for", () => {
  const carryOut = vi.fn();
  deleteLater(["e"], carryOut);
  deleteLater(["e", "f"], carryOut).confirm();
  expect(carryOut.mock.calls).toEqual([[["f"], false]]);
});
