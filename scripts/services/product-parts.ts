import path from "node:path";
import { ROOT } from "../prepare/artifacts";
import type { Service } from "./supervisor";

export type Part = "worker" | "next" | "front" | "origin";

const PLACES: Record<Part, { entry: string; stopWithinMs: number }> = {
  worker: { entry: "worker/main.ts", stopWithinMs: 15_000 },
  next: { entry: "scripts/next-server.ts", stopWithinMs: 8_000 },
  front: { entry: "origin/main.ts", stopWithinMs: 6_000 },
  // The same program: without NEXT_SOCKET it answers audiences only.
  origin: { entry: "origin/main.ts", stopWithinMs: 6_000 },
};

/** A process of the product as a service. In development it starts anew when one of its files changes. */
export function partService(part: Part, env: Record<string, string>, dev: boolean): Service {
  const { entry, stopWithinMs } = PLACES[part];
  const watched = dev && part !== "next"; // Next watches its own files
  const tsx = path.join(ROOT, "node_modules/tsx/dist/cli.mjs");
  return {
    name: part,
    command: process.execPath,
    args: watched ? [tsx, "watch", "--clear-screen=false", entry] : ["--import", "tsx", entry],
    env: { ...process.env, ...env },
    cwd: ROOT,
    stopSignal: "SIGTERM",
    stopWithinMs,
  };
}
