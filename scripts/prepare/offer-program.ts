import { access, writeFile } from "node:fs/promises";
import path from "node:path";
import { Refusal } from "../refusal";
import { findProgram, type Need, requirePrograms } from "./programs";

/**
 * Installs a program that some of the product can use and nothing needs. Where that fails, the start goes on without
 * it, and later starts do not try again: on a machine without network each try would take its time.
 * @param folder of the installation, which remembers a try that failed
 */
export async function offerProgram(
  need: Need,
  folder: string,
  without: string,
  say: (line: string) => void,
): Promise<void> {
  const stamp = path.join(folder, `without-${need.packageName}`);
  const triedBefore = await access(stamp).then(
    () => true,
    () => false,
  );
  if (triedBefore || (await findProgram(need.program)) !== null) return;
  try {
    await requirePrograms([need], say);
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    say(`${without} ${need.packageName} can be installed at any time; it is found without a restart.`);
    await writeFile(stamp, `${thrown.message}\n`);
  }
}
