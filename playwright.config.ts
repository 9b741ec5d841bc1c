import { defineConfig } from "@playwright/test";

/** The main job, from a file to a channel that plays without a pause: alone, because it measures pauses. */
const MAIN = "creator.spec.ts";
/** Watches television for minutes, in real time. */
const LONGEST = "players.spec.ts";

/**
 * Journeys through the built product, started by its own launcher on a port and in a folder of its own (see
 * `e2e/support/product.ts`). First the main job, then the longest one with the others beside it; more at a time would
 * only wait for each other, because they encode video.
 */
export default defineConfig({
  testDir: "e2e",
  projects: [
    { name: "main", testMatch: MAIN },
    { name: "players", testMatch: LONGEST, dependencies: ["main"] },
    { name: "journeys", testMatch: "*.spec.ts", testIgnore: [MAIN, LONGEST], dependencies: ["main"] },
  ],
  workers: 2,
  timeout: 240_000,
  expect: { timeout: 15_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [["list"], ["json"]] : [["list"]],
  outputDir: ".lineup/e2e/results",
  globalSetup: "./e2e/support/product.ts",
  use: {
    browserName: "chromium",
    viewport: { width: 1440, height: 900 },
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--autoplay-policy=no-user-gesture-required",
      ],
    },
  },
});
