import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * A registry mirror may lack the builds of a package for other systems. npm then writes a lock file without them, which
 * `npm ci` refuses everywhere. Run this after adding a package: it names the missing builds, by the exact
 * versions that the packages themselves ask for. `npm ci` fetches only those that fit the machine.
 */
interface Entry {
  version?: string;
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
}
export interface LockFile {
  packages: Record<string, Entry>;
}

const SYSTEMS = "aix android darwin freebsd linux netbsd openbsd openharmony sunos win32".split(" ");
const PROCESSORS = "arm arm64 ia32 loong64 mips64el ppc64 riscv64 s390x wasm32 x64".split(" ");

/** Optional packages that some entry asks for and no entry describes, as entries ready to be added. */
export function missingBuilds(lock: LockFile): Record<string, Entry> {
  const missing: Record<string, Entry> = {};
  for (const [place, entry] of Object.entries(lock.packages))
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {}))
      if (!isDescribed(lock, place, name))
        missing[`node_modules/${name}`] = { version, ...target(name), ...(entry.dev && { dev: true }), optional: true };
  return missing;
}

/** Looks a package up as Node does: beside the one that asks, then in every folder above. */
function isDescribed(lock: LockFile, place: string, name: string): boolean {
  for (let at = place; ; at = at.slice(0, Math.max(0, at.lastIndexOf("/node_modules/")))) {
    if (lock.packages[`${at ? `${at}/` : ""}node_modules/${name}`]) return true;
    if (at === "") return false;
  }
}

function target(name: string): Entry {
  const words = name.split(/[/-]/);
  const os = words.find((word) => SYSTEMS.includes(word));
  const cpu = words.find((word) => PROCESSORS.includes(word));
  return { ...(os && { os: [os] }), ...(cpu && { cpu: [cpu] }), ...(words.includes("musl") && { libc: ["musl"] }) };
}

if (process.argv[1] === import.meta.filename) {
  const file = path.resolve(import.meta.dirname, "../package-lock.json");
  const lock: LockFile = JSON.parse(readFileSync(file, "utf8"));
  const missing = missingBuilds(lock);
  const sorted = Object.entries({ ...lock.packages, ...missing }).sort(([a], [b]) => a.localeCompare(b, "en"));
  writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`);
  console.log(`${Object.keys(missing).length} builds named.`);
}
