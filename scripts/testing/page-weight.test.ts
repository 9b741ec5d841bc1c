import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const ROOT = path.resolve(import.meta.dirname, "../..");
const IMPORT = /^import\s+(?!type\b)(?:(?<names>[^"]*?)\s+from\s+)?"(?<from>[^"]+)";/gm;

/** Modules that a file imports when it runs; what is imported as a type only is gone by then. */
function importsOf(file: string): string[] {
  const text = readFileSync(file, "utf8");
  return [...text.matchAll(IMPORT)].flatMap(({ groups }) => {
    const names = /^\{(?<list>[^}]*)\}$/s.exec(groups?.names?.trim() ?? "")?.groups?.list?.split(",") ?? [];
    const named = names.map((name) => name.trim()).filter(Boolean);
    const areAllTypes = named.length > 0 && named.every((name) => name.startsWith("type "));
    return areAllTypes ? [] : [groups?.from ?? ""];
  });
}

function fileOf(from: string, specifier: string): string | null {
  if (!specifier.startsWith("@/") && !specifier.startsWith(".")) return null;
  const base = specifier.startsWith("@/") ? path.join(ROOT, specifier.slice(2)) : path.resolve(from, "..", specifier);
  return [`${base}.ts`, `${base}.tsx`].find(existsSync) ?? null;
}

/** The way from a file to zod, or null where there is none. */
function wayToZod(file: string, known: Map<string, string[] | null>): string[] | null {
  const found = known.get(file);
  if (found !== undefined) return found;
  known.set(file, null);
  const imports = importsOf(file);
  let way: string[] | null = imports.includes("zod") ? [file] : null;
  for (const specifier of way ? [] : imports) {
    const next = fileOf(file, specifier);
    const further = next && wayToZod(next, known);
    if (further) {
      way = [file, ...further];
      break;
    }
  }
  known.set(file, way);
  return way;
}

test("no schema travels to the browser: names and limits stand in files of their own", () => {
  const files = readdirSync(path.join(ROOT, "components"), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes(".test."))
    .map((name) => path.join(ROOT, "components", name));
  expect(files.length).toBeGreaterThan(100);
  const known = new Map<string, string[] | null>();
  const ways = files.map((file) => wayToZod(file, known)).filter((way) => way !== null);
  expect(ways.map((way) => way.map((file) => path.relative(ROOT, file)).join(" → "))).toEqual([]);
});
