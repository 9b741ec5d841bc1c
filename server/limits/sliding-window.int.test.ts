import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { spend, takeBack } from "./sliding-window";

const run = promisify(execFile);
const limit = { windowMs: 1_000, limit: 5 };

describe("spend", () => {
  test("of many at once exactly the limit are let through", async () => {
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 40 }, () => spend(key, { windowMs: 60_000, limit: 7 })));
    expect(answers.filter((answer) => answer.allowed)).toHaveLength(7);
  });

  test("three processes share one window: together they are let through exactly the limit", async () => {
    const args = [
      "--import",
      "tsx",
      path.join(import.meta.dirname, "testing/spend-many.ts"),
      randomUUID(),
      "300",
      "60",
    ];
    const given = await Promise.all([1, 2, 3].map(() => run(process.execPath, args)));
    expect(given.reduce((sum, { stdout }) => sum + Number(stdout), 0)).toBe(60);
  });

  test("different keys of one round trip have windows of their own", async () => {
    const keys = Array.from({ length: 450 }, () => randomUUID());
    const first = await Promise.all(keys.map((key) => spend(key, { windowMs: 60_000, limit: 1 })));
    expect(first.every(({ allowed, remaining }) => allowed && remaining === 0)).toBe(true);
    const second = await Promise.all(keys.map((key) => spend(key, { windowMs: 60_000, limit: 1 })));
    expect(second.some(({ allowed }) => allowed)).toBe(false);
  });

  test("the window slides: a place comes free when its own event is a window old, not before", async () => {
    const key = randomUUID();
    for (let count = 0; count < 3; count++) await spend(key, limit);
    await sleep(500);
    for (let count = 0; count < 2; count++) await spend(key, limit);
    const refused = await spend(key, limit);
    expect(refused).toMatchObject({ allowed: false, remaining: 0 });
    await sleep(refused.resetMs + 20);
    const later = await Promise.all(Array.from({ length: 5 }, () => spend(key, limit)));
    expect(later.filter((answer) => answer.allowed)).toHaveLength(3);
  });

  test("a refused event does not count and does not push the reset back", async () => {
    const key = randomUUID();
    for (let count = 0; count < 5; count++) await spend(key, limit);
    await sleep(300);
    const first = await spend(key, limit);
    await sleep(200);
    const second = await spend(key, limit);
    expect([first.allowed, second.allowed]).toEqual([false, false]);
    expect(second.resetMs).toBeLessThan(first.resetMs);
  });

  test("an event that is taken back frees its place", async () => {
    const key = randomUUID();
    const events = [];
    for (let count = 0; count < 5; count++) events.push(await spend(key, limit));
    await takeBack(key, events[2]!.eventId);
    expect((await spend(key, limit)).allowed).toBe(true);
    expect((await spend(key, limit)).allowed).toBe(false);
  });
});
