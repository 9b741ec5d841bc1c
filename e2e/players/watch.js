/**
 * Runs in each player's page: keeps what the test asks for in `window.watched`. The page itself sets
 * `window.dateAtPlayhead`, by which the player tells the date of the picture, and calls `failed` on fatal errors.
 */
const SAMPLE_MS = 100;
const watched = { errors: [], longestFreezeMs: 0, playing: false, samples: [] };
window.watched = watched;
window.failed = (text) => watched.errors.push({ atMs: Date.now(), text: String(text).slice(0, 300) });

const video = document.querySelector("video");
video.addEventListener("error", () => window.failed(`media error ${video.error?.code}: ${video.error?.message}`));

let position = 0;
let movedAtMs = 0;
let sampledAtMs = 0;
setInterval(() => {
  const nowMs = performance.now();
  const moved = video.currentTime !== position;
  position = video.currentTime;
  if (moved) movedAtMs = nowMs;
  if (!watched.playing) {
    watched.playing = moved && !video.paused && video.readyState >= 3;
    return;
  }
  watched.longestFreezeMs = Math.max(watched.longestFreezeMs, nowMs - movedAtMs);
  if (nowMs - sampledAtMs < 1000) return;
  sampledAtMs = nowMs;
  watched.samples.push({ atMs: Date.now(), position, dateMs: window.dateAtPlayhead?.() ?? null });
}, SAMPLE_MS);
