import fc from "fast-check";
import { concrete, type Sent } from "./concrete";
import { judge, SLOW_MS } from "./judge";
import type { Description, FuzzOperation } from "./operations";
import type { World } from "./own-id";
import { type Recipe, recipeOf } from "./recipe";
import type { Received } from "./send";

/** How the fuzzer reaches the product. */
export interface Reach {
  send(sent: Sent): Promise<Received>;
  makeWorld(): Promise<World>;
  nowMs(): number;
  nextAddress(): string;
}

export interface Plan {
  description: Description;
  operations: FuzzOperation[];
  seed: number;
  runs: number;
  /** Where fast-check found a failure before; only that is run. */
  path?: string;
}

export interface Finding {
  operation: FuzzOperation;
  sent: Sent;
  received: Received;
  wrong: string[];
  /** With the seed, finds it again. */
  path: string;
}

/** A limited operation answers little once the limit of its caller is spent. */
const USES = { limited: 15, other: 300 };

/** Tries one operation with `runs` requests; answers what it found, shrunk to the least that still fails, or null. */
export async function fuzzOperation(operation: FuzzOperation, plan: Plan, reach: Reach): Promise<Finding | null> {
  let world = await reach.makeWorld();
  let last: Omit<Finding, "path" | "operation"> | undefined;
  const attempt = async (recipe: Recipe): Promise<boolean> => {
    if (world.uses++ >= (operation.limited ? USES.limited : USES.other)) world = await reach.makeWorld();
    const once = async () => {
      const sent = concrete(operation, recipe, { world, nowMs: reach.nowMs(), address: reach.nextAddress() });
      return { sent, received: await reach.send(sent) };
    };
    let { sent, received } = await once();
    if (wasRemoved(recipe, received)) {
      world = await reach.makeWorld();
      ({ sent, received } = await once());
    }
    // A busy machine is slow now and then; what is slow three times in a row is slow by itself.
    for (let again = 0; again < 2 && received.elapsedMs > SLOW_MS; again++) ({ sent, received } = await once());
    const wrong = judge(sent, received, answeringOf(operation, sent.method, plan.operations), operation);
    if (wrong.length > 0) last = { sent, received, wrong };
    return wrong.length === 0;
  };
  const details = await fc.check(fc.asyncProperty(recipeOf(operation, plan.description), attempt), {
    seed: plan.seed,
    numRuns: plan.runs,
    ...(plan.path !== undefined && { path: plan.path }),
  });
  if (!details.failed) return null;
  if (!last) throw details.errorInstance ?? new Error(`the fuzzer itself failed at ${operation.id}`);
  return { operation, ...last, path: details.counterexamplePath ?? "" };
}

/** An earlier request may have revoked the key or ended the session. */
function wasRemoved({ caller, headers }: Recipe, { status }: Received): boolean {
  return status === 401 && caller !== "nobody" && caller !== "garbage" && headers.length === 0;
}

/** HEAD is answered where GET is. */
function answeringOf({ path }: FuzzOperation, method: string, operations: FuzzOperation[]): FuzzOperation | undefined {
  const named = (wanted: string) => operations.find((each) => each.path === path && each.method === wanted);
  return named(method) ?? (method === "HEAD" ? named("GET") : undefined);
}
