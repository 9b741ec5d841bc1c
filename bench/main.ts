import { readdir } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { prepareClient } from "@/scripts/prepare/artifacts";
import { requirePrograms } from "@/scripts/prepare/programs";
import { type Bench, goalMet, type Row, ratio } from "./bench";
import { askedOf, partsOf } from "./stage/asked";

const OWN_FILES = new Set(["bench.ts", "main.ts"]);

/**
 * `npm run bench [name[:part] …] [number …]`: runs each bench of this folder, or the named ones, one after the other, and
 * prints every row as a ratio. Numbers are for the bench. Exits 1 when a goal is missed or a bench breaks.
 */
async function main(args: string[]): Promise<void> {
  const words = args.filter((arg) => !isNumber(arg));
  const numbers = args.filter(isNumber).map(Number);
  const asked = askedOf(words, await benchNames());
  await prepare(); // before a bench is loaded: it may hold generated code
  const loaded = await Promise.all(asked.map(async (each) => ({ asked: each, bench: await load(each.name) })));
  const benches = loaded
    .filter(({ bench }) => words.length > 0 || !bench.onlyByName)
    .map(({ asked, bench }) => ({ bench, parts: partsOf(asked, bench.parts) }));
  let missed = 0;
  for (const { bench, parts } of benches) {
    console.log(`\n${bench.name}\n${bench.goal}`);
    try {
      const rows = await bench.run(numbers, parts);
      for (const row of rows) console.log(`  ${line(row)}`);
      missed += rows.filter((row) => goalMet(row) === false).length;
    } catch (error) {
      missed++;
      console.log(`  broke: ${error instanceof Error ? (error.stack ?? error.message) : error}`);
    }
  }
  process.exitCode = missed > 0 ? 1 : 0;
}

/** What every bench runs on. A bench that needs more, a browser or the built web app, sees to that itself. */
async function prepare(): Promise<void> {
  const say = (text: string) => process.stderr.write(`${text}\n`);
  await requirePrograms(
    [
      { program: "redis-server", packageName: "redis-server" },
      { program: "ffmpeg", packageName: "ffmpeg" },
      { program: "ffprobe", packageName: "ffmpeg" },
    ],
    say,
  );
  await prepareClient(say);
}

const load = (name: string): Promise<Bench> => import(pathToFileURL(path.join(import.meta.dirname, `${name}.ts`)).href);
const isNumber = (arg: string) => /^\d+(\.\d+)?$/.test(arg);

async function benchNames(): Promise<string[]> {
  const files = await readdir(import.meta.dirname);
  return files
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && !OWN_FILES.has(file))
    .map((file) => file.slice(0, -3))
    .sort();
}

function line(row: Row): string {
  const figures = `${row.what}: ${figure(row.ours)} against ${figure(row.yardstick)} ${row.unit}, ratio ${ratio(row).toFixed(3)}`;
  if (!row.goal) return `${figures} (for information)`;
  const bound = "atMost" in row.goal ? `≤ ${row.goal.atMost}` : `≥ ${row.goal.atLeast}`;
  return `${figures} (goal ${bound}: ${goalMet(row) ? "met" : "MISSED"})`;
}

function figure(value: number): string {
  return value >= 1000 ? Math.round(value).toLocaleString("en") : value.toPrecision(4);
}

await main(process.argv.slice(2));
