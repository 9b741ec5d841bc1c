import { spawn } from "node:child_process";
import { tied } from "./services/tied.mjs";

/**
 * Fills an installation with the demo and answers the exit code. In a process of its own, because the modules of the
 * server keep the settings they were loaded with.
 */
export function seedDemo(settings: Record<string, string>): Promise<number> {
  const [command, args] = tied("SIGTERM", process.execPath, ["--import", "tsx", "prisma/seed/demo.ts"]);
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      env: { ...process.env, ...settings },
      stdio: ["ignore", "inherit", "inherit"],
    });
    child.once("exit", (code) => resolve(code ?? 1));
  });
}
