import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { EXIT, Failure, usage } from "./failure";
import type { Account } from "./session";

const Stored = z.object({ url: z.url({ protocol: /^https?$/ }), key: z.string().min(1) });
const DEFAULT_URL = "http://localhost:3000";

/** The environment, as far as the command looks at it. */
export type Surroundings = {
  [N in "LINEUP_URL" | "LINEUP_KEY" | "XDG_CONFIG_HOME" | "XDG_STATE_HOME" | "HOME"]?: string;
};

export function credentialsFileOf({ XDG_CONFIG_HOME, HOME = "." }: Surroundings): string {
  return path.join(XDG_CONFIG_HOME || path.join(HOME, ".config"), "lineup", "credentials.json");
}

export function stateFolderOf({ XDG_STATE_HOME, HOME = "." }: Surroundings): string {
  return path.join(XDG_STATE_HOME || path.join(HOME, ".local/state"), "lineup");
}

/** The origin that an address names; `tv.example.com` alone means https. */
export function originOf(address: string): string {
  const written = address.trim();
  const whole = /^https?:\/\//i.test(written) ? written : `https://${written}`;
  if (!URL.canParse(whole)) throw usage(`“${address}” is no address. Write one such as https://tv.example.com`);
  return new URL(whole).origin;
}

/**
 * Server and key, from the environment or the file. A stored key goes to the server it was stored for and to no other.
 * @throws Failure with exit code 4 when there is none
 */
export async function accountOf(around: Surroundings, file: string): Promise<Account> {
  const url = around.LINEUP_URL ? originOf(around.LINEUP_URL) : undefined;
  const stored = await readStored(file);
  if (around.LINEUP_KEY) return { url: url ?? stored?.url ?? DEFAULT_URL, key: around.LINEUP_KEY.trim() };
  if (!stored) throw notSignedIn("There is no API key yet. Run `lineup login`, or set LINEUP_URL and LINEUP_KEY.");
  if (url && url !== stored.url)
    throw notSignedIn(`The stored key is for ${stored.url}. Set LINEUP_KEY too, or run \`lineup login --url ${url}\`.`);
  return stored;
}

function notSignedIn(message: string): Failure {
  return new Failure(EXIT.notAllowed, "auth.unauthenticated", message);
}

async function readStored(file: string): Promise<Account | undefined> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw usage(`${file} cannot be read: ${error.message}`);
  });
  if (text === undefined) return undefined;
  try {
    return Stored.parse(JSON.parse(text));
  } catch {
    throw usage(`${file} is damaged. Run \`lineup login\` again.`);
  }
}

/** Writes the file so that nobody but its owner can read it, at no moment. */
export async function storeAccount(account: Account, file: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const fresh = `${file}.${process.pid}`;
  await writeFile(fresh, `${JSON.stringify(account, null, 2)}\n`, { mode: 0o600, flag: "wx" });
  await rename(fresh, file);
}

/** True when there was one. */
export async function forgetAccount(file: string): Promise<boolean> {
  return rm(file).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return false;
      throw error;
    },
  );
}
