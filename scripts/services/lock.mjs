import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import os from "node:os";
import path from "node:path";

/**
 * A lock is a socket somebody listens on. On Linux its name is abstract: the kernel frees it when the holder dies,
 * however it dies, so there are no stale locks. Elsewhere it is a file, and one that nobody answers on is removed.
 */
function addressOf(name) {
  const id = `lineup-${createHash("sha256").update(`${os.userInfo().uid}:${name}`).digest("hex").slice(0, 24)}`;
  return process.platform === "linux" ? `\0${id}` : path.join(os.tmpdir(), `${id}.sock`);
}

/** Takes the lock of that name for the life of this process, or until `release`. Answers null when another holds it. */
export async function takeLock(name) {
  const address = addressOf(name);
  for (let attempt = 0; attempt < 2; attempt++) {
    const server = createServer((socket) => socket.destroy());
    const taken = await new Promise((resolve, reject) => {
      server.once("error", (error) => (error.code === "EADDRINUSE" ? resolve(false) : reject(error)));
      server.listen(address, () => resolve(true));
    });
    if (taken) {
      server.unref();
      return { release: () => new Promise((resolve) => server.close(() => resolve())) };
    }
    if (await isLocked(name)) return null;
    if (process.platform !== "linux") rmSync(address, { force: true });
  }
  return null;
}

/** Whether a living process holds the lock of that name. */
export function isLocked(name) {
  return new Promise((resolve) => {
    const socket = connect(addressOf(name));
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}

/** Runs `work` as the only process that works under that name, after those that came before. */
export async function whenFree(name, work) {
  for (;;) {
    const lock = await takeLock(name);
    if (lock) {
      try {
        return await work();
      } finally {
        await lock.release();
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}
