import type { Page } from "@playwright/test";

export interface Playback {
  seconds: number;
  /** The longest stretch without a new position, in milliseconds. */
  longestFreezeMs: number;
  errors: string[];
}

/** Watches the page's video for a time, sampling its position twenty times a second once it plays. */
export async function observePlayback(page: Page, seconds: number): Promise<Playback> {
  await page.waitForFunction(() => {
    const video = document.querySelector("video");
    return video !== null && video.currentTime > 0 && !video.paused && video.readyState >= 3;
  });
  return page.evaluate(
    (seconds) =>
      new Promise<Playback>((resolve) => {
        const video = document.querySelector("video") as HTMLVideoElement;
        const errors: string[] = [];
        video.addEventListener("error", () => errors.push(video.error?.message ?? "unknown media error"));
        const startedAt = performance.now();
        const startPosition = video.currentTime;
        let position = video.currentTime;
        let movedAt = startedAt;
        let longestFreezeMs = 0;
        const timer = setInterval(() => {
          const now = performance.now();
          longestFreezeMs = Math.max(longestFreezeMs, now - movedAt);
          if (video.currentTime !== position) {
            position = video.currentTime;
            movedAt = now;
          }
          if (now - startedAt < seconds * 1000) return;
          clearInterval(timer);
          resolve({ seconds: video.currentTime - startPosition, longestFreezeMs, errors });
        }, 50);
      }),
    seconds,
  );
}
