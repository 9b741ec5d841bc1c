/**
 * Preloaded into a server that runs with --expose-gc: at SIGUSR2 it collects its garbage and writes what is left, in
 * bytes, to the file that WEIGHT_FILE names.
 */
import { writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

process.on("SIGUSR2", async () => {
  for (let round = 0; round < 3; round++) {
    globalThis.gc();
    await sleep(200);
  }
  const { rss, heapUsed, external } = process.memoryUsage();
  writeFileSync(process.env.WEIGHT_FILE, JSON.stringify({ resident: rss, used: heapUsed + external }));
});
