import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Browser, type BrowserContext, chromium } from "playwright";
import { prepareBuild } from "@/scripts/prepare/artifacts";
import { freePort } from "@/scripts/services/ports";
import { setStage } from "../stage/stage";
import type { StudioSeed } from "./seed-studio";

export interface StudioStage {
  origin: string;
  seed: StudioSeed;
  /** A browser that has never been here, signed in; its cache is empty. */
  visit(): Promise<BrowserContext>;
  clear(): Promise<void>;
}

const START_MS = 120_000;
/** A slowed CPU on a busy machine takes its time; what is measured says how long. */
const PATIENCE_MS = 180_000;

/** The built Studio on a database of its own with what a script seeds (ten thousand items), and Chromium. */
export async function setStudioStage(seedScript = "bench/studios/seed-studio.ts"): Promise<StudioStage> {
  await prepareBuild(console.error);
  const stage = await setStage("studio");
  let browser: Browser | undefined;
  const clear = async () => {
    await browser?.close();
    await stage.clear();
  };
  try {
    const port = await freePort();
    const origin = `http://localhost:${port}`;
    const env = { PORT: String(port), NEXT_SOCKET: path.join(stage.folder, "next.sock"), NEXTAUTH_URL: origin };
    const seed = await stage.ask<StudioSeed>(seedScript, [], { env });
    stage.start("scripts/next-server.ts", [], { env });
    await stage.startFront({ port, env });
    await untilReady(origin);
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
    });
    const started = browser;
    return { origin, seed, visit: () => signIn(started, origin, seed), clear };
  } catch (thrown) {
    await clear();
    throw thrown;
  }
}

async function untilReady(origin: string): Promise<void> {
  const deadline = Date.now() + START_MS;
  while (Date.now() < deadline) {
    const reply = await fetch(`${origin}/sign-in`).catch(() => null);
    if (reply?.ok) return;
    await sleep(100);
  }
  throw new Error("the Studio did not start");
}

async function signIn(browser: Browser, origin: string, { email, password }: StudioSeed): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  context.setDefaultTimeout(PATIENCE_MS);
  const { csrfToken } = await (await context.request.get(`${origin}/api/auth/csrf`)).json();
  const reply = await context.request.post(`${origin}/api/auth/callback/credentials`, {
    form: { csrfToken, email, password, json: "true" },
  });
  if (!reply.ok()) throw new Error(`sign-in answered ${reply.status()}`);
  return context;
}
