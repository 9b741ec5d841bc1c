import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** Runs a command of the operator, on the product that the journeys run on. */
export async function operator(...command: string[]): Promise<string> {
  const run = promisify(execFile)(process.execPath, ["scripts/launch.mjs", "cli", ...command], {
    env: { ...process.env, LINEUP_DIR: process.env.LINEUP_E2E_DIR },
  });
  return (await run).stdout;
}
