import { expect, test, vi } from "vitest";
import { RedisFuse } from "./redis-fuse";

const ready = { status: "ready" } as const;
const broken = () => Promise.reject(new Error("Command timed out"));

test("while the connection is away no command waits for it", async () => {
  const command = vi.fn(async () => 1);
  for (const status of ["close", "reconnecting", "end"] as const) {
    await expect(new RedisFuse().run({ status }, command)).rejects.toThrow("away");
  }
  expect(command).not.toHaveBeenCalled();
  expect(await new RedisFuse().run({ status: "connecting" }, command)).toBe(1);
});

test("after a failure the others fail at once, and one tries again after a second", async () => {
  const fuse = new RedisFuse();
  await expect(fuse.run(ready, broken)).rejects.toThrow("timed out");
  const waited = vi.fn(async () => 1);
  await expect(fuse.run(ready, waited)).rejects.toThrow("away");
  const later = performance.now() + 2_000;
  let fail = (_: Error) => {};
  const trying = fuse.run(ready, () => new Promise((_, reject) => (fail = reject)), later);
  await expect(fuse.run(ready, waited, later + 1)).rejects.toThrow("away");
  fail(new Error("Command timed out"));
  await expect(trying).rejects.toThrow("timed out");
  expect(waited).not.toHaveBeenCalled();
});

test("an answer closes it again", async () => {
  const fuse = new RedisFuse();
  await expect(fuse.run(ready, broken)).rejects.toThrow();
  const later = performance.now() + 2_000;
  expect(await fuse.run(ready, async () => "back", later)).toBe("back");
  expect(await fuse.run(ready, async () => "still", later)).toBe("still");
});
