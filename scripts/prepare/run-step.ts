import { type ChildProcess, spawn } from "node:child_process";
import { tied } from "../services/tied.mjs";

const running = new Set<ChildProcess>();

/** Ends the steps that run now; for Ctrl-C during the preparation. */
export function killSteps(): void {
  for (const child of running) child.kill("SIGKILL");
}

export interface StepResult {
  ok: boolean;
  output: string;
}

/** Runs one command of the preparation to its end and gathers what it says. It does not outlive this process. */
export function runStep(command: string, args: string[], env: Record<string, string> = {}): Promise<StepResult> {
  const [tiedCommand, tiedArgs] = tied("SIGKILL", command, args);
  return new Promise((resolve) => {
    const child = spawn(tiedCommand, tiedArgs, {
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    running.add(child);
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk) => {
        output = (output + chunk).slice(-100_000);
      });
    child.once("error", (error) => {
      running.delete(child);
      resolve({ ok: false, output: error.message });
    });
    child.once("close", (code) => {
      running.delete(child);
      resolve({ ok: code === 0, output });
    });
  });
}

/** The end of what a step said, for a message. */
export function tail(output: string, lines = 15): string {
  return output.trim().split("\n").slice(-lines).join("\n");
}
