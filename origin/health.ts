import { pool } from "@/server/db";
import { log } from "@/server/log";
import { redis } from "@/server/redis";
import { storage } from "@/server/storage/create-storage";
import { answersOtherMethod, type Handler, sendJson } from "./reply";

/** What does not answer within this time counts as failed. */
const CHECK_MS = 2_000;

/** What must work for the product to work. Each throws, or never ends, when it does not. */
export type Checks = Record<string, () => Promise<unknown>>;

const CHECKS: Checks = {
  database: () => pool().query("SELECT 1"),
  redis: () => redis().ping(),
  storage: () => storage().check(),
};

/** `GET /healthz`: this process is alive. */
export const healthzHandler: Handler = (incoming, outgoing) => {
  if (answersOtherMethod(incoming, outgoing)) return;
  sendJson(outgoing, 200, { status: "ok" });
};

/** `GET /readyz`: whether database, Redis and storage answer; 503 names the one that does not. */
export function readyzHandler(checks: Checks = CHECKS): Handler {
  return async (incoming, outgoing) => {
    if (answersOtherMethod(incoming, outgoing)) return;
    const results = await Promise.all(
      Object.entries(checks).map(
        async ([name, check]) => [name, (await passes(name, check)) ? "ok" : "failed"] as const,
      ),
    );
    const ready = results.every(([, result]) => result === "ok");
    sendJson(outgoing, ready ? 200 : 503, {
      status: ready ? "ok" : "failed",
      checks: Object.fromEntries(results),
    });
  };
}

async function passes(name: string, check: () => Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${CHECK_MS} ms`)), CHECK_MS);
  });
  try {
    await Promise.race([check(), late]);
    return true;
  } catch (thrown) {
    log.warn({ err: thrown, check: name }, "a part of the product does not answer");
    return false;
  } finally {
    clearTimeout(timer);
  }
}
