import { Refusal } from "../refusal";
import { type Finding, fuzzOperation, type Plan, type Reach } from "./fuzz-operation";
import { type Description, type FuzzOperation, operationsOf } from "./operations";
import { findingText } from "./report-text";
import { openSender } from "./send";
import { makeWorld } from "./world";

/** Enough to keep two cores busy; more would only measure how long requests wait for each other. */
const AT_ONCE = 4;

interface Asked {
  requests: number;
  seed: number;
  only?: string;
  path?: string;
}

/** Fuzzes every operation of the product's own description; answers how many of them failed. */
export async function fuzzAll(origin: string, asked: Asked, say: (line: string) => void): Promise<number> {
  const description = (await (await fetch(`${origin}/v1/openapi.json`)).json()) as Description;
  const operations = operationsOf(description);
  const chosen = asked.only ? operations.filter(({ id }) => id === asked.only) : operations;
  if (chosen.length === 0) throw new Refusal(`There is no operation ${asked.only} in the description.`);
  const runs = asked.path === undefined ? Math.ceil(asked.requests / chosen.length) : 1;
  const plan = { description, operations, seed: asked.seed, runs, path: asked.path };
  const { reach, count, close } = openReach(origin);
  const startedAt = performance.now();
  const findings = await eachOf(chosen, plan, reach, say);
  close();
  const seconds = (performance.now() - startedAt) / 1000;
  const pace = `${count()} requests to ${chosen.length} operations in ${seconds.toFixed(1)} s`;
  say(`${pace}, seed ${asked.seed}: ${findings === 0 ? "nothing found" : `${findings} operations failed`}`);
  return findings;
}

function openReach(origin: string) {
  const sender = openSender(origin, AT_ONCE);
  let count = 0;
  const reach: Reach = {
    send: (sent) => {
      count++;
      return sender.send(sent);
    },
    makeWorld: () => makeWorld(new Date()),
    nowMs: Date.now,
    // A caller of its own for every request, of the range for documentation and beyond.
    nextAddress: () => `2001:db8::${(count >>> 16).toString(16)}:${(count & 0xffff).toString(16)}`,
  };
  return { reach, count: () => count, close: sender.close };
}

async function eachOf(
  operations: FuzzOperation[],
  plan: Plan,
  reach: Reach,
  say: (line: string) => void,
): Promise<number> {
  const waiting = [...operations];
  let failed = 0;
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const finding: Finding | null = await fuzzOperation(next, plan, reach);
      if (!finding) continue;
      failed++;
      say(`${findingText(finding, plan.seed)}\n`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return failed;
}
