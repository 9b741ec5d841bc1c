import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { LOGS, type Outcome, runCommand, type Stage, showEnd } from "./stage";

const Report = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
  numFailedTestSuites: z.int(),
});

/** A project of vitest.config.ts; every test is a case. */
export function vitestStage(project: string, timeoutMs: number): Stage {
  return {
    name: project,
    run: async () => {
      const reportFile = path.join(LOGS, `${project}.json`);
      await rm(reportFile, { force: true });
      const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${reportFile}`];
      const ran = await runCommand(
        project,
        ["node_modules/vitest/vitest.mjs", "run", "--project", project, ...reporters],
        { timeoutMs },
      );
      const outcome = readVitest(await readFile(reportFile, "utf8").catch(() => ""), ran.ok);
      if (outcome.failed > 0) showEnd(ran.logFile);
      return outcome;
    },
  };
}

/** Counts a report. A skipped test is a promise not kept, so it counts as failed; so does a run without any test. */
export function readVitest(report: string, ok: boolean): Outcome {
  let parsed: z.infer<typeof Report>;
  try {
    parsed = Report.parse(JSON.parse(report));
  } catch {
    return { passed: 0, failed: 1 };
  }
  const failed = parsed.numFailedTests + parsed.numPendingTests + parsed.numTodoTests;
  const broken = !ok || parsed.numPassedTests + failed === 0;
  return { passed: parsed.numPassedTests, failed: broken ? Math.max(1, failed, parsed.numFailedTestSuites) : failed };
}
