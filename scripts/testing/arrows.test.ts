import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { beforeAll, expect, test } from "vitest";

/** Imports that the lint rule must refuse, by the folder they stand in. */
const FORBIDDEN: Record<string, string[]> = {
  "core/schedule": [
    ..."@/server/db ../../server/db @/origin/server @/worker/main @/components/ui/button @/app/layout".split(" "),
    ..."@/scripts/product @/generated/prisma/client node:fs next next/navigation react".split(" "),
  ],
  "server/content": ["@/origin/server", "@/worker/main", "../../worker/main", "@/components/ui/button", "@/app/layout"],
  "components/ui": ["@/server/db", "@/origin/server", "@/worker/main", "@/app/layout", "@/generated/prisma/client"],
  "worker/jobs": "@/server/http/route @/origin/server @/components/ui/button @/app/layout next next/headers".split(" "),
  origin: ["@/worker/main", "@/components/ui/button", "@/app/layout", "next", "next/headers", "react"],
  scripts: ["@/app/layout", "../app/layout"],
  "prisma/seed": ["@/app/layout", "../../app/layout"],
  bench: ["@/app/layout", "../app/layout"],
};

const ALLOWED: Record<string, string[]> = {
  "core/schedule": ["../content/contract", "zod"],
  "server/content": ["@/core/errors", "node:fs"],
  "components/ui": ["@/core/errors", "react"],
  "worker/jobs": ["@/server/content/mark-ready", "@/core/errors"],
  origin: ["@/server/env", "@/core/errors"],
  "app/v1/creator": ["@/server/http/route", "@/components/ui/button"],
};

let refused: Set<string>;
const fileOf = (folder: string, imported: string) => `${folder}/${imported.replace(/\W/g, "_")}.ts`;

beforeAll(() => {
  const root = mkdtempSync(path.join(os.tmpdir(), "lineup-arrows-"));
  try {
    const { vcs: _vcs, $schema: _schema, ...rules } = JSON.parse(readFileSync("biome.json", "utf8"));
    writeFileSync(path.join(root, "biome.json"), JSON.stringify(rules));
    for (const tree of [FORBIDDEN, ALLOWED])
      for (const [folder, imports] of Object.entries(tree)) {
        mkdirSync(path.join(root, folder), { recursive: true });
        for (const imported of imports)
          writeFileSync(
            path.join(root, fileOf(folder, imported)),
            `import { thing } from "${imported}";\n\nexport const same = thing;\n`,
          );
      }
    const biome = path.resolve("node_modules/@biomejs/biome/bin/biome");
    const flags = ["lint", "--only=style/noRestrictedImports", "--colors=off", "--max-diagnostics=none", "."];
    const { stdout, stderr } = spawnSync(process.execPath, [biome, ...flags], { cwd: root, encoding: "utf8" });
    const named = `${stdout}${stderr}`.matchAll(/^(\S+\.ts):\d+:\d+ lint\/style\/noRestrictedImports/gm);
    refused = new Set([...named].map((match) => match[1]!));
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});

const pairs = (tree: Record<string, string[]>) =>
  Object.entries(tree).flatMap(([folder, imports]) => imports.map((imported) => [folder, imported] as const));

test.each(pairs(FORBIDDEN))("%s may not import %s", (folder, imported) => {
  expect(refused).toContain(fileOf(folder, imported));
});

test.each(pairs(ALLOWED))("%s may import %s", (folder, imported) => {
  expect(refused).not.toContain(fileOf(folder, imported));
});
