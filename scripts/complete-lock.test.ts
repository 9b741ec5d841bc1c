import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { missingBuilds } from "./complete-lock";

test("the lock file names every build of every package, so that npm ci accepts it (else: npx tsx scripts/complete-lock.ts)", () => {
  const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
  expect(Object.keys(missingBuilds(lock))).toEqual([]);
});

test("a missing build is named with its version, system and processor", () => {
  const lock = {
    packages: { "": {}, "node_modules/tool": { dev: true, optionalDependencies: { "@tool/linux-x64-musl": "1.2.3" } } },
  };
  expect(missingBuilds(lock)).toEqual({
    "node_modules/@tool/linux-x64-musl": {
      version: "1.2.3",
      os: ["linux"],
      cpu: ["x64"],
      libc: ["musl"],
      dev: true,
      optional: true,
    },
  });
});
