import { expect, test } from "vitest";
import { placeBeside } from "./place-beside";

const viewport = { width: 400, height: 300 };
const menu = { width: 120, height: 80 };

test("it stands on the wanted side, aligned with its anchor", () => {
  const anchor = { left: 100, top: 40, width: 60, height: 30 };
  expect(placeBeside(anchor, menu, viewport, { side: "bottom", align: "start" })).toEqual({ left: 100, top: 76 });
  expect(placeBeside(anchor, menu, viewport, { side: "right", align: "center" })).toEqual({ left: 166, top: 15 });
});

test("it goes to the opposite side when there is more room", () => {
  const low = { left: 100, top: 260, width: 60, height: 30 };
  expect(placeBeside(low, menu, viewport, { side: "bottom", align: "start" }).top).toBe(174);
});

test("it never leaves the window", () => {
  const corner = { left: 390, top: 0, width: 10, height: 10 };
  const { left, top } = placeBeside(corner, menu, viewport, { side: "bottom", align: "start" });
  expect(left + menu.width).toBeLessThanOrEqual(viewport.width - 8);
  expect(top).toBeGreaterThanOrEqual(8);
});

test("what is larger than the window keeps its beginning in sight", () => {
  const anchor = { left: 10, top: 10, width: 10, height: 10 };
  const huge = { width: 900, height: 900 };
  expect(placeBeside(anchor, huge, viewport, { side: "bottom", align: "end" })).toEqual({ left: 8, top: 8 });
});
