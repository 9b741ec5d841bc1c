import { afterAll, beforeAll, expect, test } from "vitest";
import { killRun } from "@/bench/audiences/kill-run";
import type { SeededAudience } from "@/bench/audiences/seed";
import { type Stage, setStage } from "@/bench/stage/stage";

/** A machine under load starts a process in many seconds; the supervisor waits before it starts Redis again. */
const PATIENCE_MS = 300_000;

let stage: Stage;
beforeAll(async () => {
  stage = await setStage("audience-test");
}, PATIENCE_MS);
afterAll(() => stage.clear(), PATIENCE_MS);

test(
  "what was acknowledged is counted once, though the process that takes it, the worker and Redis are killed meanwhile",
  async () => {
    const seeded = await stage.ask<SeededAudience>("bench/audiences/seed.ts");
    const { acknowledged, found } = await killRun(stage, seeded, { count: 3_000, rounds: 1 });
    expect(found).toEqual(acknowledged);
    expect(found.beacons).toBe(3_000);
  },
  PATIENCE_MS,
);
