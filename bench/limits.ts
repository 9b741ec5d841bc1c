import { prepareBuild } from "@/scripts/prepare/artifacts";
import type { SeededCaller } from "./apis/seed-caller";
import type { Row } from "./bench";
import { type Asked, askFor } from "./limits/ask-for";
import { setStage } from "./stage/stage";

export const name = "Rate limits";
export const goal =
  "200 requests a second for 75 s against a limited and an unlimited route of three web processes: what is let through, against the published 60 a minute.";

const PROCESSES = 3;
const DURATION_MS = 75_000;
const WINDOW_MS = 60_000;
const LIMIT = 60;
const EACH_PER_SECOND = 100;

export async function run(): Promise<Row[]> {
  await prepareBuild(() => {});
  const stage = await setStage("limits");
  try {
    const caller = await stage.ask<SeededCaller>("bench/apis/seed-caller.ts");
    const servers = await Promise.all(Array.from({ length: PROCESSES }, (_, index) => stage.startWeb(index)));
    const origins = servers.map(({ origin }) => origin);
    const headers = { Authorization: `Bearer ${caller.token}` };
    const turn = (method: string, path: string, body?: string) => (index: number) => {
      const type = body === undefined ? undefined : { "Content-Type": "application/json" };
      return new Request(origins[index % PROCESSES] + path, { method, body, headers: { ...headers, ...type } });
    };
    // Every process has compiled its routes before anything is counted.
    for (let index = 0; index < PROCESSES; index++) await fetch(turn("GET", "/v1/me")(index));
    const complete = JSON.stringify({ contentItemId: caller.channelId });
    const [limited, free] = await Promise.all([
      askFor(DURATION_MS, EACH_PER_SECOND, turn("POST", "/v1/creator/uploads/direct/complete", complete)),
      askFor(DURATION_MS, EACH_PER_SECOND, turn("GET", "/v1/me")),
    ]);
    return rowsOf(limited, free);
  } finally {
    await stage.clear();
  }
}

function rowsOf(limited: readonly Asked[], free: readonly Asked[]): Row[] {
  const passed = limited.filter(({ status }) => status === 404);
  const unknown = [...limited, ...free].filter(({ status }) => ![200, 404, 429].includes(status));
  const span =
    Math.max(...limited.map(({ repliedAtMs }) => repliedAtMs)) - Math.min(...limited.map(({ sentAtMs }) => sentAtMs));
  const exact = (what: string, ours: number, yardstick: number): Row[] => [
    { what, ours, yardstick, unit: "requests", goal: { atMost: (yardstick + 1) / yardstick } },
    { what: "… and no fewer", ours, yardstick, unit: "requests", goal: { atLeast: (yardstick - 1) / yardstick } },
  ];
  return [
    ...exact("Let through in the whole run", passed.length, LIMIT * Math.ceil(span / WINDOW_MS)),
    ...exact("Most let through in any 60 s", mostInAnyWindow(passed), LIMIT),
    {
      what: "Unlimited route: answered 200",
      ours: count(free, 200),
      yardstick: free.length,
      unit: "requests",
      goal: { atLeast: 1 },
    },
    { what: "Answers of any other kind", ours: unknown.length, yardstick: 1, unit: "requests", goal: { atMost: 0 } },
    {
      what: "Asked of the limited route",
      ours: limited.length / (span / 1000),
      yardstick: EACH_PER_SECOND,
      unit: "requests/s",
    },
  ];
}

const count = (asked: readonly Asked[], status: number) => asked.filter((one) => one.status === status).length;

/**
 * When a request was counted is known to lie between its sending and its reply. The k-th to be counted was so no
 * earlier than the k-th to be sent and no later than the k-th to be answered; a window holds all that must lie in it.
 */
function mostInAnyWindow(passed: readonly Asked[]): number {
  const sent = passed.map(({ sentAtMs }) => sentAtMs).sort((a, b) => a - b);
  const replied = passed.map(({ repliedAtMs }) => repliedAtMs).sort((a, b) => a - b);
  let most = 0;
  for (let first = 0; first < sent.length; first++) {
    let last = first;
    while (last < replied.length && replied[last]! - sent[first]! < WINDOW_MS) last++;
    most = Math.max(most, last - first);
  }
  return most;
}
