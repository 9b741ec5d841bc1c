import { afterEach, expect, test, vi } from "vitest";
import { expectAnswers, forgetAnswers, takeAnswer } from "./deliveries";

afterEach(() => {
  forgetAnswers();
  vi.useRealTimers();
});

test("an answer that came with the page is taken once, whatever the order of the parameters", async () => {
  expectAnswers({ "/v1/things?page=1&q=a%20b": Promise.resolve({ total: 3 }) });
  expect(await takeAnswer("/v1/things?page=1")).toBeNull();
  expect(await takeAnswer("/v1/things?q=a+b&page=1")).toEqual({ total: 3 });
  expect(await takeAnswer("/v1/things?q=a+b&page=1")).toBeNull();
});

test("what React makes of a promise will do", async () => {
  const onItsWay = Object.create(Promise.prototype, {
    // biome-ignore lint/suspicious/noThenProperty: just as React makes it.
    then: { value: (resolve: (answer: unknown) => void) => void setTimeout(resolve, 1, "here") },
  });
  expectAnswers({ "/v1/things": onItsWay });
  expect(await takeAnswer("/v1/things")).toBe("here");
});

test("one that could not be had is none", async () => {
  expectAnswers({ "/v1/broken": Promise.reject(new Error("the stream ended")) });
  expect(await takeAnswer("/v1/broken")).toBeNull();
});

test("a page that is gone back to brings nothing: its answers are of the time when it came", async () => {
  const answers = { "/v1/things": Promise.resolve("then") };
  expectAnswers(answers);
  forgetAnswers();
  expectAnswers(answers);
  expect(await takeAnswer("/v1/things")).toBeNull();
});

test("none holds after a change, nor after five seconds", async () => {
  vi.useFakeTimers();
  expectAnswers({ "/v1/things": Promise.resolve(1) });
  forgetAnswers();
  expect(await takeAnswer("/v1/things")).toBeNull();
  expectAnswers({ "/v1/things": Promise.resolve(2) });
  vi.advanceTimersByTime(5_000);
  expect(await takeAnswer("/v1/things")).toBeNull();
});
