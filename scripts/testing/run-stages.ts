import { randomUUID } from "node:crypto";
import { MARK, type Outcome, type Stage } from "./stage";
import { strays } from "./strays";

/**
 * Runs stages one after the other, says how each went, and ends this process with the sum in one line:
 * exit code 0 only when nothing failed. Processes that a stage leaves behind are ended and count as a failure.
 */
export async function runStages(stages: Stage[]): Promise<never> {
  process.env[MARK] = randomUUID();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => process.exit(130));
  const total: Outcome = { passed: 0, failed: 0 };
  for (const stage of stages) {
    const startedAtMs = Date.now();
    const outcome = await stage.run().catch((error: unknown) => {
      process.stdout.write(`${error instanceof Error ? (error.stack ?? error.message) : error}\n`);
      return { passed: 0, failed: 1 };
    });
    const left = await strays(process.env[MARK]);
    if (left.length > 0) process.stdout.write(`${stage.name} left processes behind:\n  ${left.join("\n  ")}\n`);
    total.passed += outcome.passed;
    total.failed += outcome.failed + (left.length > 0 ? 1 : 0);
    const seconds = ((Date.now() - startedAtMs) / 1000).toFixed(1);
    const verdict = outcome.failed + left.length === 0 ? "ok" : "FAILED";
    process.stdout.write(`${verdict.padEnd(7)}${stage.name.padEnd(14)}${seconds.padStart(7)} s\n`);
  }
  process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
  process.exit(total.failed > 0 ? 1 : 0);
}
