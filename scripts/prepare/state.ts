import { randomBytes } from "node:crypto";
import { lstat, mkdir, open, readFile, rename, rm, statfs, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { z } from "zod";
import { isFull, Refusal } from "../refusal";
import { removeStaleSockets } from "../services/leftovers";

const MEBIBYTE = 1024 * 1024;
/** A fresh database takes 45 MiB, the build 60 MiB; below this the first hour ends badly. */
const LEAST_FREE_BYTES = 300 * MEBIBYTE;
/** The kernel cuts the path of a socket at 108 bytes. */
const LONGEST_SOCKET_PATH = 100;

export interface State {
  folder: string;
  logDir: string;
  runDir: string;
}

/** Makes the folder of all state, and refuses one that cannot be written to or has no room left. */
export async function openState(folder: string): Promise<State> {
  const state = { folder, logDir: path.join(folder, "log"), runDir: path.join(folder, "run") };
  try {
    for (const dir of [folder, state.logDir, state.runDir]) await mkdir(dir, { recursive: true, mode: 0o700 });
    const probe = path.join(state.runDir, `probe-${process.pid}`);
    await writeFile(probe, Buffer.alloc(MEBIBYTE));
    await rm(probe);
  } catch (error) {
    if (isFull(error)) throw error;
    throw new Refusal(`The data folder ${folder} cannot be written to (${(error as NodeJS.ErrnoException).code}).`);
  }
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize < LEAST_FREE_BYTES)
    throw new Refusal(
      `The disk that holds ${folder} is nearly full: ${Math.floor((bavail * bsize) / MEBIBYTE)} MB are free, and ${LEAST_FREE_BYTES / MEBIBYTE} MB are needed. Free some space and start again.`,
    );
  return state;
}

const Secrets = z.object({ nextAuthSecret: z.string().min(32), redisPassword: z.string().min(32) });
export type Secrets = z.infer<typeof Secrets>;

/** The secrets of this installation, generated on first use and readable for its user only. */
export async function openSecrets(folder: string): Promise<Secrets> {
  const file = path.join(folder, "secrets.json");
  const kept = await readFile(file, "utf8").catch(() => null);
  if (kept !== null) {
    try {
      return Secrets.parse(JSON.parse(kept));
    } catch {
      throw new Refusal(`${file} is damaged. Restore it, or remove it; without it everybody must sign in again.`);
    }
  }
  const secrets = { nextAuthSecret: randomBytes(32).toString("hex"), redisPassword: randomBytes(32).toString("hex") };
  const handle = await open(`${file}.new`, "w", 0o600);
  await handle.writeFile(`${JSON.stringify(secrets, null, 2)}\n`);
  await handle.sync();
  await handle.close();
  await rename(`${file}.new`, file);
  return secrets;
}

/** A path for a unix socket: in the run folder, or where that path is too long, in a short folder of this user. */
export async function socketPath(state: State, name: string): Promise<string> {
  const file = `${name}-${process.pid}.sock`;
  const fits = Buffer.byteLength(path.join(state.runDir, file)) <= LONGEST_SOCKET_PATH;
  const dir = fits ? state.runDir : path.join(os.tmpdir(), `lineup-${os.userInfo().uid}`);
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const { uid, mode } = await lstat(dir);
  if (uid !== os.userInfo().uid || (mode & 0o77) !== 0)
    throw new Refusal(`${dir} must belong to this user alone; remove it and start again.`);
  removeStaleSockets(dir);
  return path.join(dir, file);
}
