import path from "node:path";
import { settingsOfRunning } from "./prepare/settings";
import { Refusal } from "./refusal";

/**
 * Settings of the product that runs in this folder, below those of the shell.
 * @throws Refusal when there is neither a running product nor a DATABASE_URL
 */
export async function installationSettings(): Promise<Record<string, string>> {
  const running = await settingsOfRunning(path.resolve(process.env.LINEUP_DIR || ".lineup"));
  if (!running && !process.env.DATABASE_URL)
    throw new Refusal(
      "Lineup does not run here. Start it with `npm start`, or set DATABASE_URL and the other settings.",
    );
  return running ?? {};
}
