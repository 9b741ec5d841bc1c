import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { operationsOf } from "@/server/http/openapi/document";
import { errorsOf } from "@/server/http/openapi/errors-of";
import { STATUS } from "@/server/http/status";
import { ROUTES } from "./openapi.json/routes";
import { walkedCodes } from "./testing/walked-refusals";

const APP = path.resolve("app");

/** Statuses that have a block, by the route file that a test imports. */
const blocks = new Map<string, Set<string>>();
for (const file of readdirSync(APP, { recursive: true, encoding: "utf8" })) {
  if (!file.endsWith(".int.test.ts") && !file.includes("/testing/")) continue;
  const folder = path.dirname(path.join(APP, file));
  const text = readFileSync(path.join(APP, file), "utf8");
  const titles = text.matchAll(/(?:describe(?:\.each\([^)]*\))?\(\s*["'`]|test\(\s*["'`](?=\d))([^"'`]*)/g);
  const statuses = [...titles].flatMap(([, title = ""]) => title.match(/\b[2-5]\d\d\b/g) ?? []);
  for (const [, named = ""] of text.matchAll(/from "([^"]+\/route)"/g)) {
    const route = named.startsWith("@/") ? path.resolve(named.slice(2)) : path.resolve(folder, named);
    const known = blocks.get(route) ?? new Set();
    for (const status of statuses) known.add(status);
    blocks.set(route, known);
  }
}

function routeFileOf(address: string): string {
  return path.join(APP, address.slice(1).replace(/\{(\w+)\}/g, "[$1]"), "route");
}

test.each(Object.keys(ROUTES))("%s has a test of its own beside it", (address) => {
  expect(existsSync(`${routeFileOf(address)}.int.test.ts`)).toBe(true);
});

describe("every status that is described has a block in a test of its route, or is walked with all routes", () => {
  test.each(operationsOf(ROUTES))("$method $path", (walked) => {
    const { method, path: address, operation } = walked;
    const proved = walkedCodes(walked);
    const refused = errorsOf(operation, method).filter((code) => !proved.has(code));
    const wanted = new Set([...operation.success.map(({ status }) => status), ...refused.map((code) => STATUS[code])]);
    const tested = blocks.get(routeFileOf(address)) ?? new Set();
    expect([...wanted].filter((status) => !tested.has(String(status)))).toEqual([]);
  });
});
