import { spawn } from "node:child_process";
import { expect, test } from "vitest";

test("a process that queued work ends by itself once the queues are closed", async () => {
  const script = `
    import { closeQueues, enqueue } from "@/server/queue/enqueue";
    await enqueue("sweep", {}, "close-queues-test");
    await closeQueues();
  `;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], { stdio: "ignore" });
  const timer = setTimeout(() => child.kill("SIGKILL"), 20_000);
  const ended = await new Promise((resolve) => child.once("exit", (code, signal) => resolve(signal ?? code)));
  clearTimeout(timer);
  expect(ended).toBe(0);
});
