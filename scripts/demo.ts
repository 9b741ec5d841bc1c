import { spawn } from "node:child_process";
import path from "node:path";
import { settingsOfRunning } from "./prepare/settings";
import { runProduct } from "./product";
import { Refusal } from "./refusal";
import { tied } from "./services/tied.mjs";

/** Fills the product that runs here, or starts one, fills it and keeps it running until Ctrl-C. */
const folder = path.resolve(process.env.LINEUP_DIR || ".lineup");
const running = await settingsOfRunning(folder);
if (running) process.exitCode = await seed(running);
else
  await runProduct({ parts: ["worker", "next", "front"], whole: true }, async (settings) => {
    if ((await seed(settings)) !== 0) throw new Refusal("The demo could not be made; the reason stands above.");
  });

/** In a process of its own, because the modules of the server keep the settings they were loaded with. */
function seed(settings: Record<string, string>): Promise<number> {
  const [command, args] = tied("SIGTERM", process.execPath, ["--import", "tsx", "prisma/seed/demo.ts"]);
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      env: { ...process.env, ...settings },
      stdio: ["ignore", "inherit", "inherit"],
    });
    child.once("exit", (code) => resolve(code ?? 1));
  });
}
