import type { HlsConfig } from "hls.js";
import { hlsPolicy } from "./hls-policy";

/** {@link hlsPolicy} with the worker that the page brings along. */
export function hlsConfig(isLive: boolean): Partial<HlsConfig> {
  return { ...hlsPolicy(isLive), workerPath: new URL("hls.js/dist/hls.worker.js", import.meta.url).href };
}
