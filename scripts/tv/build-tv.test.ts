import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";
import postcss from "postcss";
import { beforeAll, describe, expect, test } from "vitest";
import { NONCE_MARK, TV_SHELL } from "@/core/tv/app-files";
import { buildTv } from "./build-tv";
import { KNOWN_PROPERTIES, MISSING_GLOBALS, MISSING_METHODS, MISSING_STATICS, UNKNOWN_IN_CSS } from "./engine-floor";

interface Node {
  type: string;
  [field: string]: unknown;
}
interface Acorn {
  parse(text: string, options: { ecmaVersion: number; sourceType: "script" }): Node;
}
const acorn = createRequire(import.meta.url)("next/dist/compiled/acorn") as Acorn;

let files: Map<string, Uint8Array>;
beforeAll(async () => {
  files = await buildTv();
});

const texts = (ending: string) =>
  [...files].filter(([name]) => name.endsWith(ending)).map(([, bytes]) => new TextDecoder().decode(bytes));
const parse = (script: string) => acorn.parse(script, { ecmaVersion: 2015, sourceType: "script" });

/** Every node of a tree. */
function* nodes(root: Node): Generator<Node> {
  const waiting: unknown[] = [root];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (Array.isArray(next)) waiting.push(...next);
    else if (next !== null && typeof next === "object") {
      if (typeof (next as Node).type === "string") yield next as Node;
      waiting.push(...Object.values(next).filter((value) => value !== null && typeof value === "object"));
    }
  }
}

const nameOf = (node: unknown) => (node as Node | null)?.name as string | undefined;

/** What a script asks of the library that the oldest engine lacks. */
function missing(tree: Node): Set<string> {
  const found = new Set<string>();
  for (const node of nodes(tree)) {
    if (node.type === "MemberExpression" && node.computed === false) {
      const [object, property] = [nameOf(node.object) ?? "", nameOf(node.property) ?? ""];
      if (MISSING_STATICS[object]?.includes(property)) found.add(`${object}.${property}`);
    }
    if (node.type === "CallExpression") {
      const callee = node.callee as Node;
      const method = callee.type === "MemberExpression" ? (nameOf(callee.property) ?? "") : "";
      if (MISSING_METHODS.includes(method)) found.add(method);
    }
    if (node.type === "Identifier" && node.name === "globalThis") found.add("globalThis");
    if (node.type === "NewExpression" || node.type === "CallExpression") {
      const callee = nameOf(node.callee) ?? "";
      if (MISSING_GLOBALS.includes(callee)) found.add(callee);
    }
  }
  return found;
}

describe("scripts", () => {
  let tree: Node;

  test("there is one, and it is of 2015: a parser of that year takes all of it", () => {
    const [script, ...others] = texts(".js");
    expect(others).toEqual([]);
    tree = parse(script ?? "");
    expect(tree.type).toBe("Program");
  });

  test("the parser tells what is younger", () => {
    for (const younger of ["a?.b", "a ?? b", "async () => 1", "({ ...a })", "a ** b", "/(?<y>a)/", "try {} catch {}"]) {
      expect(() => parse(younger), younger).toThrow();
    }
  });

  test("patterns that are made from text are of 2015, too", () => {
    for (const node of nodes(tree)) {
      const [pattern, flags] = (node.arguments ?? []) as Node[];
      if (node.type !== "NewExpression" || nameOf(node.callee) !== "RegExp") continue;
      if (typeof pattern?.value !== "string") continue;
      const literal = `/${pattern.value.replace(/\//g, "\\/")}/${typeof flags?.value === "string" ? flags.value : ""}`;
      expect(() => parse(literal), literal).not.toThrow();
    }
  });

  test("nothing of the library is used that the oldest engine lacks, but for what the script brings along", () => {
    const used = new Set(missing(tree));
    expect([...used].sort()).toEqual(["Object.entries", "Object.getOwnPropertyDescriptors", "padStart"]);
  });

  test("the search for what is missing finds it", () => {
    const found = missing(
      parse("Object.entries(a); b.flat(); new AbortController(); queueMicrotask(c); d.finally(globalThis)"),
    );
    expect([...found].sort()).toEqual([
      ...["AbortController", "Object.entries", "finally", "flat", "globalThis", "queueMicrotask"],
    ]);
  });
});

describe("styles", () => {
  const unknownIn = (css: string) => {
    const found = new Set<string>();
    postcss.parse(css).walk((node) => {
      if (node.type === "decl") {
        if (!KNOWN_PROPERTIES.has(node.prop)) found.add(node.prop);
        for (const pattern of UNKNOWN_IN_CSS) if (pattern.test(node.value)) found.add(node.value);
      }
      if (node.type === "rule")
        for (const pattern of UNKNOWN_IN_CSS) if (pattern.test(node.selector)) found.add(node.selector);
      if (node.type === "atrule" && !["font-face", "media", "keyframes"].includes(node.name))
        found.add(`@${node.name}`);
    });
    return [...found];
  };

  test("use only what the oldest engine knows", () => {
    const sheets = texts(".css");
    expect(sheets).toHaveLength(1);
    for (const css of sheets) expect(unknownIn(css)).toEqual([]);
  });

  test("the search for what is younger finds it", () => {
    const younger = "a{gap:1rem;display:grid;inset:0;width:min(1px,2px);color:#12345678}b:is(c){top:0}@layer x{}";
    expect(unknownIn(younger).sort()).toEqual([
      ...["#12345678", "@layer", "b:is(c)", "gap", "grid", "inset", "min(1px,2px)"],
    ]);
  });
});

test("the page names files of its own only, and its one script carries the nonce", () => {
  const [page = ""] = texts(TV_SHELL);
  const named = [...page.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address = ""]) => address);
  expect(named).toHaveLength(3);
  for (const address of named) expect(files.has(address.replace(/^\/tv\//, "")), address).toBe(true);
  expect(page.match(/<script/g)).toHaveLength(1);
  expect(page).toContain(`nonce="${NONCE_MARK}"`);
  expect(texts(".css").join("")).not.toMatch(/url\(["']?(https?:)?\/\//);
});

test("the script stays small enough for a little television: 250 kB compressed", () => {
  for (const script of texts(".js")) expect(gzipSync(script).length).toBeLessThan(250_000);
});
