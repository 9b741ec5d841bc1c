import { setTimeout as sleep } from "node:timers/promises";
import type { CsvReport } from "@/core/import/csv-contract";
import type { Row } from "./bench";
import { catalogueCsv } from "./catalogues/catalogue-csv";
import { type CatalogueStage, setCatalogueStage } from "./catalogues/catalogue-stage";
import { growthDuring } from "./uploads/memory";

export const name = "A catalogue file";
export const goal =
  "20,000 rows: the dry run against 10 s, what the web process needs more of memory meanwhile against 150 MiB, and a second upload against no change at all.";

const ROWS = 20_000;
const WARM_UP_ROWS = 100;
const ALLOWED_SECONDS = 10;
const ALLOWED_MIB = 150;
const PATIENCE_MS = 600_000;

export async function run(): Promise<Row[]> {
  const stage = await setCatalogueStage();
  try {
    await bringIn(stage, catalogueCsv(WARM_UP_ROWS, "warm"), true);
    const file = catalogueCsv(ROWS, "bench");
    let seconds = 0;
    const checking = await growthDuring(stage.webPid, async () => {
      seconds = (await bringIn(stage, file, true)).seconds;
    });
    let applied = 0;
    const applying = await growthDuring(stage.webPid, async () => {
      applied = (await bringIn(stage, file, false)).seconds;
    });
    const again = await bringIn(stage, file, false);
    const goal = { atMost: 1 };
    return [
      { what: `Dry run of ${ROWS} rows`, ours: seconds, yardstick: ALLOWED_SECONDS, unit: "s", goal },
      { what: "Memory of the web process, dry run", ours: checking, yardstick: ALLOWED_MIB, unit: "MiB", goal },
      { what: "Memory of the web process, import", ours: applying, yardstick: ALLOWED_MIB, unit: "MiB", goal },
      { what: `Import of ${ROWS} new rows`, ours: applied, yardstick: ALLOWED_SECONDS, unit: "s" },
      {
        what: "Rows that a second upload changes",
        ours: again.changed,
        yardstick: 1,
        unit: "rows",
        goal: { atMost: 0 },
      },
    ];
  } finally {
    await stage.clear();
  }
}

interface Brought {
  seconds: number;
  changed: number;
}

/** Sends a file and waits for its report, as any client does. */
async function bringIn(stage: CatalogueStage, file: string, dryRun: boolean): Promise<Brought> {
  const startedAt = performance.now();
  const headers = { Authorization: stage.authorization, "Content-Type": "text/csv" };
  const address = `${stage.origin}/v1/creator/import/csv`;
  const reply = await fetch(`${address}?dryRun=${dryRun}`, { method: "POST", headers, body: file });
  if (reply.status !== 202) throw new Error(`the file was answered ${reply.status}: ${await reply.text()}`);
  const { jobId } = (await reply.json()) as { jobId: string };
  while (performance.now() - startedAt < PATIENCE_MS) {
    const report = (await (await fetch(`${address}/${jobId}?per_page=1`, { headers })).json()) as CsvReport;
    if (report.status === "done" && report.summary) {
      const { created, updated, skipped } = report.summary;
      if (skipped > 0) throw new Error(`${skipped} rows were left out: ${report.problems.items[0]?.message}`);
      return { seconds: (performance.now() - startedAt) / 1000, changed: created + updated };
    }
    if (report.status === "failed") throw new Error(report.error?.message);
    await sleep(100);
  }
  throw new Error("the file was not done in time");
}
