import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { TV_APP_FOLDER, TV_SHELL } from "@/core/tv/app-files";
import { isFull, Refusal } from "../refusal";
import { whenFree } from "../services/lock.mjs";
import { fingerprint } from "./fingerprint";
import { runStep, tail } from "./run-step";

export const ROOT = path.resolve(import.meta.dirname, "../..");
/** Stamps belong to the clone, as the artifacts do, whatever LINEUP_DIR says. */
const STAMPS = path.join(ROOT, ".lineup/cache");

interface Artifact {
  name: string;
  /** What it is made of. */
  inputs: string[];
  /** Its presence is the least that must be true of a finished one. */
  sign: string;
  announcement: string;
  args: string[];
  env: Record<string, string>;
}

const CLIENT: Artifact = {
  name: "prisma-client",
  inputs: ["prisma/schema.prisma", "package-lock.json"],
  sign: "generated/prisma/client.ts",
  announcement: "Generating the database client …",
  args: ["node_modules/prisma/build/index.js", "generate"],
  // Any executable does: `generate` needs no engine, but would download one.
  env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: "1", PRISMA_HIDE_UPDATE_MESSAGE: "1" },
};

/** The client for our own API, made from the declarations of its routes. */
export const API_CLIENT_FOLDER = "generated/client";

const API_CLIENT: Artifact = {
  name: "api-client",
  inputs: ["app/v1", "app/api/v1", "core", "server/http", "scripts/client", "package.json", "package-lock.json"],
  sign: `${API_CLIENT_FOLDER}/sdk.gen.ts`,
  announcement: "Generating the API client …",
  args: ["--import", "tsx", "scripts/client/generate.ts", API_CLIENT_FOLDER],
  env: { LOG_LEVEL: "error" },
};

const TV_APP: Artifact = {
  name: "tv-app",
  inputs: [
    "components/tv",
    "components/player",
    "components/watch",
    "core",
    "scripts/tv",
    "app/icon.svg",
    "package-lock.json",
  ],
  sign: `${TV_APP_FOLDER}/${TV_SHELL}`,
  announcement: "Building the TV app …",
  args: ["--import", "tsx", "scripts/tv/generate.ts", TV_APP_FOLDER],
  env: {},
};

const BUILD: Artifact = {
  name: "next-build",
  inputs: [
    ...["app", "components", "core", "server", "prisma/schema.prisma"],
    ...[
      "instrumentation-client.ts",
      "next.config.mjs",
      "postcss.config.mjs",
      "tsconfig.json",
      "package.json",
      "package-lock.json",
    ],
  ],
  sign: path.join(process.env.LINEUP_NEXT_DIR || ".next", "BUILD_ID"),
  announcement: "Building the web app (only when it changed; takes a minute) …",
  args: ["node_modules/next/dist/bin/next", "build"],
  env: { NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production", NO_COLOR: "1" },
};

/** The database client, generated anew when the schema or Prisma changed. */
export function prepareClient(say: (line: string) => void): Promise<void> {
  return make(CLIENT, say);
}

/** The client for our own API, generated anew when a route or a schema may have changed, or when that is asked for. */
export async function prepareApiClient(say: (line: string) => void, anew = false): Promise<void> {
  // The routes import the database client.
  await prepareClient(say);
  if (anew) await rm(stampOf(API_CLIENT), { force: true });
  await make(API_CLIENT, say);
}

function stampOf({ name }: Artifact): string {
  return path.join(STAMPS, `${name}.stamp`);
}

/** The app for televisions, built anew when a source or a package changed. */
export function prepareTvApp(say: (line: string) => void): Promise<void> {
  return make(TV_APP, say);
}

/** The built web app, built anew when a source, a package or a setting changed. */
export function prepareBuild(say: (line: string) => void): Promise<void> {
  return make(BUILD, say);
}

/**
 * Makes an artifact unless its stamp says that it stands. The stamp is removed before the work and written after it,
 * so that a half-finished one is made again.
 */
async function make(artifact: Artifact, say: (line: string) => void): Promise<void> {
  await whenFree(`${artifact.name} of ${ROOT}`, async () => {
    const hash = fingerprint(ROOT, artifact.inputs, [
      process.versions.node,
      process.arch,
      artifact.sign,
      ...artifact.args,
    ]);
    const stamp = stampOf(artifact);
    const kept = await readFile(stamp, "utf8").catch(() => null);
    if (kept === hash && existsSync(path.join(ROOT, artifact.sign))) return;
    say(artifact.announcement);
    await mkdir(STAMPS, { recursive: true });
    await rm(stamp, { force: true });
    const result = await runStep(process.execPath, artifact.args, artifact.env);
    if (!result.ok && isFull(new Error(result.output))) throw new Refusal(`The disk that holds ${ROOT} is full.`);
    if (!result.ok) throw new Refusal(`${artifact.name} failed:\n${tail(result.output, 40)}`);
    await writeFile(`${stamp}.new`, hash);
    await rename(`${stamp}.new`, stamp);
  });
}
