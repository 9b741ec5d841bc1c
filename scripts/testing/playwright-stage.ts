import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { LOGS, type Outcome, runCommand, type Stage, showEnd } from "./stage";

const Report = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }),
});

/** The journeys in a real browser. */
export function playwrightStage(chromium: string, timeoutMs: number): Stage {
  return {
    name: "end-to-end",
    run: async () => {
      const reportFile = path.join(LOGS, "end-to-end.json");
      await rm(reportFile, { force: true });
      const ran = await runCommand("end-to-end", ["node_modules/@playwright/test/cli.js", "test"], {
        timeoutMs,
        env: { PLAYWRIGHT_JSON_OUTPUT_NAME: reportFile, CHROMIUM_PATH: chromium },
      });
      const outcome = readPlaywright(await readFile(reportFile, "utf8").catch(() => ""), ran.ok);
      if (outcome.failed > 0) showEnd(ran.logFile);
      return outcome;
    },
  };
}

/** Counts a report. A journey that passed at the second try, or was skipped, did not pass. */
export function readPlaywright(report: string, ok: boolean): Outcome {
  let stats: z.infer<typeof Report>["stats"];
  try {
    stats = Report.parse(JSON.parse(report)).stats;
  } catch {
    return { passed: 0, failed: 1 };
  }
  const failed = stats.unexpected + stats.flaky + stats.skipped;
  const broken = !ok || stats.expected + failed === 0;
  return { passed: stats.expected, failed: broken ? Math.max(1, failed) : failed };
}
