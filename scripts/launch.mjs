/**
 * First step of every npm script. Plain JavaScript without a dependency, because it must run on a bare clone: it looks
 * at the version of Node, installs the packages when they do not match package-lock.json, and goes on in TypeScript.
 */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { whenFree } from "./services/lock.mjs";
import { tied } from "./services/tied.mjs";

const MODES = {
  start: "scripts/start.ts",
  web: "scripts/web.ts",
  worker: "scripts/worker.ts",
  origin: "scripts/origin.ts",
  dev: "scripts/dev.ts",
  demo: "scripts/demo.ts",
  screenshots: "scripts/screenshots.ts",
  cli: "scripts/cli.ts",
  bench: "bench/main.ts",
  test: "scripts/test.ts",
  check: "scripts/check.ts",
  "check:hls": "scripts/check-hls.ts",
  "client:build": "scripts/client-build.ts",
  fuzz: "scripts/fuzz.ts",
  lineup: "scripts/lineup.ts",
};
const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

function refuse(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(path.join(ROOT, file), "utf8"));
  } catch {
    return null;
  }
}

/** Packages for other systems stay away; every other one must be there in the version the lock file names. */
function mayBeAbsent(wanted) {
  const fits = (list, mine) => !list || list.includes(mine);
  return (
    wanted.optional &&
    !(wanted.os && fits(wanted.os, process.platform) && fits(wanted.cpu, process.arch) && !wanted.libc)
  );
}

/** npm writes node_modules/.package-lock.json last, so a half-finished installation never matches. */
function packagesMatch() {
  const wanted = readJson("package-lock.json")?.packages;
  const present = readJson("node_modules/.package-lock.json")?.packages;
  if (!wanted) refuse("package-lock.json is missing or broken; restore it with: git checkout package-lock.json");
  if (!present) return false;
  return Object.entries(wanted).every(([place, entry]) => {
    if (place === "" || entry.link) return true;
    const found = present[place];
    return found ? found.version === entry.version && found.integrity === entry.integrity : mayBeAbsent(entry);
  });
}

function installPackages() {
  process.stderr.write("Installing packages (only when they changed; takes a minute) …\n");
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ["npm"];
  const [command, ...rest] = [...npm, "ci", "--include=dev", "--ignore-scripts=false", "--no-audit", "--no-fund"];
  const [tiedCommand, args] = tied("SIGKILL", command, rest);
  return new Promise((resolve) => {
    const child = spawn(tiedCommand, args, { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
      process.once(signal, () => {
        child.kill("SIGKILL");
        process.exit(0);
      });
    child.once("error", (error) => refuse(`npm could not be started (${error.code}); it comes with Node.`));
    child.once("exit", (code) => {
      for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.removeAllListeners(signal);
      if (code === 0) return resolve();
      const full = /ENOSPC|no space left/i.test(output);
      refuse(
        full
          ? `The disk that holds ${ROOT} is full; packages could not be installed.`
          : `Packages could not be installed; npm ci said:\n${output.trim().split("\n").slice(-12).join("\n")}`,
      );
    });
  });
}

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19))
  refuse(`Lineup needs Node 20.19 or newer, and this is Node ${process.versions.node}.`);

const [mode, ...rest] = process.argv.slice(2);
if (!Object.hasOwn(MODES, mode ?? "")) refuse(`Usage: node scripts/launch.mjs ${Object.keys(MODES).join("|")}`);

process.chdir(ROOT);
if (!packagesMatch())
  await whenFree(`packages of ${ROOT}`, async () => {
    if (!packagesMatch()) await installPackages();
  });
process.argv = [process.argv[0], path.join(ROOT, MODES[mode]), ...rest];
const { register } = await import("tsx/esm/api");
register();
await import(pathToFileURL(path.join(ROOT, MODES[mode])).href);
