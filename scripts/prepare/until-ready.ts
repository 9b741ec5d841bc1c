import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { Refusal } from "../refusal";
import type { Part } from "../services/product-parts";

const READY_WITHIN_MS = 120_000;
/** A worker has nothing to ask; one that cannot run ends within this time. */
const WORKER_SETTLES_MS = 1_500;

/** Waits until every part answers: the front by `/readyz`, Next on its socket, the worker by staying alive. */
export async function untilReady(parts: readonly Part[], env: Record<string, string>): Promise<void> {
  const waits: Promise<void>[] = [];
  if (parts.includes("worker")) waits.push(sleep(WORKER_SETTLES_MS));
  if (env.NEXT_SOCKET && parts.includes("next")) waits.push(until(() => answers(env.NEXT_SOCKET!), "The web app"));
  if (parts.includes("front") || parts.includes("origin"))
    waits.push(until(() => isReady(`http://127.0.0.1:${env.PORT}/readyz`), "The front server"));
  await Promise.all(waits);
}

/** `probe` answers null when all is well, else what is wrong. */
async function until(probe: () => Promise<string | null>, what: string): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  for (;;) {
    const wrong = await probe();
    if (wrong === null) return;
    if (Date.now() > deadline) throw new Refusal(`${what} does not become ready: ${wrong}`);
    await sleep(50);
  }
}

function answers(socketPath: string): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = connect(socketPath);
    socket.once("connect", () => {
      socket.destroy();
      resolve(null);
    });
    socket.once("error", (error) => resolve(error.message));
  });
}

async function isReady(url: string): Promise<string | null> {
  try {
    const reply = await fetch(url, { signal: AbortSignal.timeout(5_000) });
    return reply.ok ? null : (await reply.text()).slice(0, 300);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
