import { Worker } from "node:worker_threads";
import { z } from "zod";
import { ExternalVariant } from "@/core/content/external";
import { ImportFailure } from "@/core/import/import-failure";

const ByteSource = z.object({ url: z.string(), range: z.string().nullable() });

const DashManifest = z.object({
  isLive: z.boolean(),
  durationMs: z.int().nullable(),
  isProtected: z.boolean(),
  variants: z.array(ExternalVariant),
  /** One address of every origin that a player may ask. */
  urls: z.array(z.string()),
  first: z.object({ init: ByteSource.nullable(), segment: ByteSource }).nullable(),
});
export type DashManifest = z.infer<typeof DashManifest>;

/** An honest manifest takes a second on a slow machine. */
const MAX_MS = 60_000;
const MAX_HEAP_MB = 256;

/**
 * Reads a DASH manifest (ISO/IEC 23009-1) with the parser of video.js, in a thread that ends when it takes too much.
 * @throws ImportFailure when it is none, or lists nothing
 */
export async function readDash(text: string, url: string, signal: AbortSignal): Promise<DashManifest> {
  // Entities could grow without end; no manifest needs them.
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw new ImportFailure("import.bad_manifest");
  const thread = new Worker(new URL("./mpd-thread.mjs", import.meta.url), {
    workerData: { text, url },
    execArgv: [],
    env: {},
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
  });
  try {
    const manifest = DashManifest.parse(await answerOf(thread, signal));
    if (manifest.variants.length === 0) throw new ImportFailure("import.empty_manifest");
    return manifest;
  } finally {
    await thread.terminate();
  }
}

function answerOf(thread: Worker, signal: AbortSignal): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const fail = (cause: unknown) => reject(new ImportFailure("import.bad_manifest", undefined, String(cause)));
    const timer = setTimeout(() => fail("it took too long"), MAX_MS);
    const onAbort = () => reject(signal.reason);
    signal.addEventListener("abort", onAbort, { once: true });
    thread.once("message", resolve).once("error", fail);
    thread.once("exit", (code) => {
      clearTimeout(timer);
      signal.removeEventListener("abort", onAbort);
      fail(`the thread ended with ${code}`);
    });
  });
}
