import { expect, test } from "vitest";
import { afterPoll } from "./pairing";
import { tvName } from "./tv-name";

test("a television that is to wait keeps its interval, and one that was too fast is five seconds slower for good", () => {
  expect(afterPoll({ status: 400, code: "authorization_pending" }, 5)).toEqual({ step: "wait", intervalSeconds: 5 });
  expect(afterPoll({ status: 400, code: "slow_down" }, 5)).toEqual({ step: "wait", intervalSeconds: 10 });
  expect(afterPoll({ status: 400, code: "slow_down" }, 10)).toEqual({ step: "wait", intervalSeconds: 15 });
});

test("without an answer it asks half as often each time, and at least once a minute", () => {
  let interval = 5;
  const asked = Array.from({ length: 5 }, () => {
    const next = afterPoll({ status: 0 }, interval);
    interval = next.step === "wait" ? next.intervalSeconds : Number.NaN;
    return interval;
  });
  expect(asked).toEqual([10, 20, 40, 60, 60]);
  expect(afterPoll({ status: 429, retryAfterSeconds: 45 }, 5)).toEqual({ step: "wait", intervalSeconds: 45 });
  expect(afterPoll({ status: 503 }, 5)).toEqual({ step: "wait", intervalSeconds: 10 });
});

test("tokens end the waiting, and a code that is refused, too old or used up is followed by a new one", () => {
  expect(afterPoll({ status: 200 }, 5)).toEqual({ step: "signedIn" });
  expect(afterPoll({ status: 400, code: "access_denied" }, 5)).toEqual({ step: "newCode", why: "refused" });
  for (const code of ["expired_token", "invalid_grant"]) {
    expect(afterPoll({ status: 400, code }, 5)).toEqual({ step: "newCode", why: "expired" });
  }
});

test.each([
  ["Mozilla/5.0 (Web0S; Linux/SmartTV) AppleWebKit/537.36 Chrome/53.0.2785.34 Safari/537.36 WebAppManager", "LG TV"],
  ["Mozilla/5.0 (SMART-TV; LINUX; Tizen 4.0) AppleWebKit/538.1 Version/4.0 TV Safari/538.1", "Samsung TV"],
  ["Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/120.0.0.0 Safari/537.36", "TV"],
])("a television has a name that its owner knows: %s", (userAgent, name) => {
  expect(tvName(userAgent)).toBe(name);
});
