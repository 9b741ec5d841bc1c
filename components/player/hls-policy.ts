import type { HlsConfig } from "hls.js";

const once = {
  default: { maxTimeToFirstByteMs: 10_000, maxLoadTimeMs: 20_000, timeoutRetry: null, errorRetry: null },
};
const persistent = {
  default: {
    maxTimeToFirstByteMs: 10_000,
    maxLoadTimeMs: 30_000,
    timeoutRetry: { maxNumRetry: 2, retryDelayMs: 0, maxRetryDelayMs: 0 },
    errorRetry: { maxNumRetry: 4, retryDelayMs: 500, maxRetryDelayMs: 4000 },
  },
};

/**
 * Settings of hls.js for channels and for single items. A channel changes item every few minutes, and audio and
 * video of an item end within one AAC frame (21 ms) of each other: holes up to half a second are stepped over and a
 * stall is acted upon at once. The window of a channel holds 60 s at least, so 50 s behind the edge is the limit.
 * The first load is tried once: waiting and trying again is `recoveryFrom`'s work, which can also tell.
 */
export function hlsPolicy(isLive: boolean): Partial<HlsConfig> {
  return {
    lowLatencyMode: false,
    maxBufferLength: 30,
    maxMaxBufferLength: 60,
    backBufferLength: isLive ? 30 : 90,
    maxBufferHole: 0.5,
    detectStallWithCurrentTimeMs: 400,
    highBufferWatchdogPeriod: 0.4,
    nudgeOffset: 0.05,
    nudgeMaxRetry: 8,
    capLevelToPlayerSize: true,
    manifestLoadPolicy: once,
    playlistLoadPolicy: persistent,
    fragLoadPolicy: persistent,
    ...(isLive && { liveSyncDurationCount: 3, liveMaxLatencyDurationCount: 10, liveDurationInfinity: true }),
  };
}
