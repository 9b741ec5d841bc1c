import type { ErrorData } from "hls.js";
import type { PlaybackFault } from "./recovery";

/** A fatal error of hls.js, as the way out of it depends on it. */
export function faultOf({ type, details, response }: ErrorData): PlaybackFault {
  const kind = type === "networkError" ? "network" : type === "mediaError" ? "media" : "other";
  const isSource = /^(manifest|level|audioTrack)(Load|Parsing)/.test(details);
  return { kind, isSource, httpStatus: response?.code || null };
}
