import { access, constants } from "node:fs/promises";
import path from "node:path";
import { Refusal } from "../refusal";
import { runStep, tail } from "./run-step";

/** Where else than in PATH distributions and Homebrew put programs. */
const MORE_FOLDERS = ["/usr/local/bin", "/usr/bin", "/usr/sbin", "/bin", "/opt/homebrew/bin"];

/** The file of a program, looked up in PATH and the usual folders, or null. A path is taken as it stands. */
export async function findProgram(name: string): Promise<string | null> {
  const folders = [...(process.env.PATH ?? "").split(path.delimiter).filter(Boolean), ...MORE_FOLDERS];
  const candidates = name.includes("/") ? [path.resolve(name)] : folders.map((folder) => path.join(folder, name));
  for (const file of candidates) {
    const runs = await access(file, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (runs) return file;
  }
  return null;
}

export interface Need {
  /** Program, or path of it where the operator has set one. */
  program: string;
  /** Debian package that brings it. */
  packageName: string;
}

/**
 * Sees to it that all programs are there: finds them, or installs their packages with apt when this user may.
 * Otherwise says which command does it. Answers the file of each program.
 */
export async function requirePrograms(needs: Need[], say: (line: string) => void): Promise<Map<string, string>> {
  const missing = await absent(needs);
  if (missing.length > 0) {
    const custom = missing.find((need) => need.program.includes("/"));
    if (custom)
      throw new Refusal(`${custom.program} is not a program that can be run. Check FFMPEG_PATH and FFPROBE_PATH.`);
    await installPackages([...new Set(missing.map((need) => need.packageName))], say);
    const still = await absent(missing);
    if (still.length > 0)
      throw new Refusal(`${still.map((need) => need.program).join(" and ")} cannot be found after its installation.`);
  }
  const found = new Map<string, string>();
  for (const { program } of needs) found.set(program, (await findProgram(program))!);
  return found;
}

async function absent(needs: Need[]): Promise<Need[]> {
  const files = await Promise.all(needs.map((need) => findProgram(need.program)));
  return needs.filter((_, index) => files[index] === null);
}

/** Installs Debian packages when this user may. @throws Refusal with the command that does it */
export async function installPackages(packages: string[], say: (line: string) => void): Promise<void> {
  const names = packages.join(" ");
  const byHand = `Install it with: sudo apt-get update && sudo apt-get install -y ${names}`;
  if (!(await findProgram("apt-get")))
    throw new Refusal(
      `Lineup needs ${packages.join(" and ")}, which this system lacks. Install it with the system's package manager.`,
    );
  const root = process.getuid?.() === 0;
  if (!root && !(await maySudo())) throw new Refusal(`Lineup needs ${packages.join(" and ")}. ${byHand}`);
  say(`Installing ${packages.join(" and ")} with apt …`);
  const apt = async (...args: string[]) => {
    const quiet = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-y", "-q", ...args];
    const [command, ...rest] = root ? quiet : ["sudo", "-n", ...quiet];
    return runStep(command!, rest);
  };
  const flags = ["--no-install-recommends", ...packages];
  let result = await apt("install", ...flags);
  if (!result.ok) {
    await apt("update");
    result = await apt("install", ...flags);
  }
  if (!result.ok) throw new Refusal(`apt could not install ${names}. ${byHand}\n${tail(result.output, 5)}`);
}

async function maySudo(): Promise<boolean> {
  return (await findProgram("sudo")) !== null && (await runStep("sudo", ["-n", "true"])).ok;
}
