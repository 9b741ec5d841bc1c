import { expect, test } from "vitest";
import { EXIT, Failure, failureOf } from "./failure";

const URL = "https://tv.example.com";
const envelope = (code: string) => ({ error: { code, message: "No.", requestId: "req_1" } });

test.each([
  [401, "auth.unauthenticated", EXIT.notAllowed],
  [403, "auth.insufficient_scope", EXIT.notAllowed],
  [404, "resource.not_found", EXIT.refused],
  [409, "schedule.overlap", EXIT.refused],
  [422, "request.invalid", EXIT.refused],
  [503, "server.unavailable", EXIT.unreachable],
])("a %d is %s, exit code %d", (status, code, exitCode) => {
  const failure = failureOf(envelope(code), status, URL);
  expect(failure).toMatchObject({ code, exitCode, message: "No.", requestId: "req_1" });
  expect(JSON.parse(JSON.stringify(failure))).toEqual(envelope(code));
});

test("no answer, and an answer of somebody else, name the address", () => {
  const refused = Object.assign(new TypeError("fetch failed"), { cause: { code: "ECONNREFUSED" } });
  expect(failureOf(refused, undefined, URL)).toMatchObject({
    exitCode: EXIT.unreachable,
    message:
      "https://tv.example.com cannot be reached (ECONNREFUSED). Is the address right, and does Lineup run there?",
  });
  expect(failureOf("<html>", 404, URL)).toMatchObject({ exitCode: EXIT.unreachable, code: "network.unreadable" });
});

test("Ctrl-C is no failure of the server, and a failure stays what it is", () => {
  expect(failureOf(new DOMException("stop", "AbortError"), undefined, URL).exitCode).toBe(EXIT.interrupted);
  const own = new Failure(EXIT.usage, "x", "y");
  expect(failureOf(own, 500, URL)).toBe(own);
});
