import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { build, type OutputFile } from "esbuild";
import { TV_APP_FOLDER, TV_SHELL } from "@/core/tv/app-files";

const ROOT = path.resolve(import.meta.dirname, "../..");
const SOURCE = path.join(ROOT, "components/tv");
/** Addresses of the app's files begin so. */
const PUBLIC_PATH = "/tv/";
/** LG webOS TV 4 is Chromium 53 and Samsung Tizen 4 is Chromium 56, both of 2018; scripts use nothing beyond ES2015. */
export const SCRIPT_TARGET = "es2015";
export const STYLE_TARGET = "chrome53";

/**
 * Builds the TV app: one script, one style sheet, fonts and the page, by file name. The names of all but the page hold a
 * hash of what is in them.
 */
export async function buildTv(): Promise<Map<string, Uint8Array>> {
  const shared = {
    absWorkingDir: ROOT,
    bundle: true,
    minify: true,
    write: false,
    outdir: path.join(ROOT, TV_APP_FOLDER),
    entryNames: "[name].[hash]",
    assetNames: "[name].[hash]",
    publicPath: PUBLIC_PATH,
    legalComments: "none",
    logLevel: "error",
  } as const;
  const before = await build({
    ...shared,
    entryPoints: { old: path.join(SOURCE, "old-engines.ts") },
    format: "iife",
    target: SCRIPT_TARGET,
  });
  const [script, style] = await Promise.all([
    build({
      ...shared,
      entryPoints: { app: path.join(SOURCE, "main.ts") },
      format: "iife",
      target: SCRIPT_TARGET,
      charset: "ascii",
      // Even the helpers with which esbuild begins its script use what old engines lack.
      banner: { js: before.outputFiles.map(({ text }) => text.trim()).join("\n") },
    }),
    build({
      ...shared,
      entryPoints: { app: path.join(SOURCE, "tv.css") },
      target: STYLE_TARGET,
      loader: { ".woff2": "file" },
    }),
  ]);
  const files = new Map([...script.outputFiles, ...style.outputFiles].map((file) => [path.basename(file.path), file]));
  const built = new Map([...files].map(([name, { contents }]) => [name, contents]));
  const icon = await readFile(path.join(ROOT, "app/icon.svg"));
  const iconName = `icon.${createHash("sha1").update(icon).digest("hex").slice(0, 8)}.svg`;
  built.set(iconName, icon);
  const page = (await readFile(path.join(SOURCE, "tv.html"), "utf8"))
    .replace("{{icon}}", PUBLIC_PATH + iconName)
    .replace("{{style}}", PUBLIC_PATH + nameOf(files, ".css"))
    .replace("{{script}}", PUBLIC_PATH + nameOf(files, ".js"));
  return built.set(TV_SHELL, new TextEncoder().encode(page));
}

function nameOf(files: ReadonlyMap<string, OutputFile>, ending: string): string {
  const name = [...files.keys()].find((each) => each.endsWith(ending));
  if (!name) throw new Error(`the TV app was built without a ${ending} file`);
  return name;
}
