import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { prepareBuild } from "@/scripts/prepare/artifacts";
import { setStage } from "../stage/stage";

export interface CatalogueStage {
  origin: string;
  authorization: string;
  /** The process that serves the pages and the API. */
  webPid: number;
  clear(): Promise<void>;
}

const PATIENCE_MS = 120_000;

/** The whole product: front, web app and worker, and a creator with an API key. */
export async function setCatalogueStage(): Promise<CatalogueStage> {
  await prepareBuild(console.log);
  const stage = await setStage("csv");
  try {
    const front = await stage.startFront();
    const env = { NEXT_SOCKET: path.join(stage.folder, "next.sock"), PORT: String(front.port) };
    const web = stage.start("scripts/next-server.ts", [], { env });
    stage.start("worker/main.ts");
    const { authorization } = await stage.ask<{ authorization: string }>("bench/catalogues/begin.ts");
    await answers(`${front.origin}/v1/me`, authorization);
    return { origin: front.origin, authorization, webPid: web.pid ?? 0, clear: stage.clear };
  } catch (thrown) {
    await stage.clear();
    throw thrown;
  }
}

async function answers(address: string, authorization: string): Promise<void> {
  const startedAt = performance.now();
  while (performance.now() - startedAt < PATIENCE_MS) {
    const reply = await fetch(address, { headers: { authorization } }).catch(() => null);
    if (reply?.ok) return;
    await sleep(200);
  }
  throw new Error("the web app did not start");
}
