import { expect, test } from "vitest";
import { patientFetch } from "./patient-fetch";

/** A server that gives these answers in turn, and what was asked of it and waited for. */
function scripted(answers: (Response | Error)[]) {
  const asked: Request[] = [];
  const waits: number[] = [];
  const fetch = patientFetch({
    fetch: async (input) => {
      asked.push(input as Request);
      const answer = answers.shift()!;
      if (answer instanceof Error) throw answer;
      return answer;
    },
    sleep: async (ms) => void waits.push(ms),
    newKey: () => "key-1",
  });
  return { fetch, asked, waits };
}

const busy = (status: number, retryAfter?: string) =>
  new Response("{}", { status, headers: retryAfter ? { "Retry-After": retryAfter } : {} });
const broken = () => Object.assign(new TypeError("fetch failed"), { cause: { code: "ECONNRESET" } });
const post = { method: "POST", body: "{}" };

test("waits as long as the server asks, and sends the same POST with the same key again", async () => {
  const { fetch, asked, waits } = scripted([busy(429, "7"), broken(), new Response("{}")]);
  expect((await fetch("http://lineup.test/v1/x", post)).status).toBe(200);
  expect(waits).toEqual([7000, 1000]);
  expect(asked.map((request) => request.headers.get("Idempotency-Key"))).toEqual(["key-1", "key-1", "key-1"]);
  expect(await asked[2]!.text()).toBe("{}");
});

test("gives a reply that stays busy, and one that asks for more than a minute, to the caller", async () => {
  const five = scripted(Array.from({ length: 5 }, () => busy(503)));
  expect((await five.fetch("http://lineup.test/v1/x")).status).toBe(503);
  expect(five.asked).toHaveLength(5);
  const long = scripted([busy(429, "3600")]);
  expect((await long.fetch("http://lineup.test/v1/x")).status).toBe(429);
  expect(long.waits).toEqual([]);
});

test("does not wait where nobody listens, and repeats no refusal", async () => {
  const refused = Object.assign(new TypeError("fetch failed"), { cause: { code: "ECONNREFUSED" } });
  const away = scripted([refused]);
  await expect(away.fetch("http://lineup.test/v1/x")).rejects.toBe(refused);
  const conflict = scripted([busy(409)]);
  expect((await conflict.fetch("http://lineup.test/v1/x", post)).status).toBe(409);
  expect(conflict.asked).toHaveLength(1);
});
