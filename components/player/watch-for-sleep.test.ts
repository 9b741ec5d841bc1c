import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { watchForSleep } from "./watch-for-sleep";

const page = Object.assign(new EventTarget(), { visibilityState: "visible" });
const element = { currentTime: 0 };
const wake = vi.fn();
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse("2026-05-03T20:00:00.000Z") });
  vi.stubGlobal("document", page);
  page.visibilityState = "visible";
  element.currentTime = 0;
  wake.mockClear();
  stop = watchForSleep(element, wake);
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Timers stand still and the clock goes on, as while a machine sleeps. */
const sleep = (ms: number) => void vi.setSystemTime(Date.now() + ms);
const play = (ms: number) => {
  for (let left = ms; left > 0; left -= 1000) {
    element.currentTime += 1;
    vi.advanceTimersByTime(1000);
  }
};

test("an hour of sleep is noticed once, when the clock is looked at next", () => {
  play(30_000);
  sleep(3_600_000);
  vi.advanceTimersByTime(2_000);
  expect(wake).toHaveBeenCalledTimes(1);
  play(30_000);
  expect(wake).toHaveBeenCalledTimes(1);
});

test("a page that was thawed says so at once", () => {
  sleep(60_000);
  page.dispatchEvent(new Event("resume"));
  expect(wake).toHaveBeenCalledTimes(1);
});

test("a picture that plays while timers are slow was not asleep", () => {
  sleep(60_000);
  element.currentTime += 59;
  vi.advanceTimersByTime(2_000);
  expect(wake).not.toHaveBeenCalled();
});

test("a short hold of the machine is no sleep", () => {
  sleep(15_000);
  vi.advanceTimersByTime(2_000);
  expect(wake).not.toHaveBeenCalled();
});

test("a page in the back waits until somebody looks", () => {
  page.visibilityState = "hidden";
  sleep(3_600_000);
  vi.advanceTimersByTime(10_000);
  expect(wake).not.toHaveBeenCalled();
  page.visibilityState = "visible";
  page.dispatchEvent(new Event("visibilitychange"));
  expect(wake).toHaveBeenCalledTimes(1);
});
