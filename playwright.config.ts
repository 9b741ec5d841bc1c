import { defineConfig } from "@playwright/test";

const LONGEST = "players.spec.ts";

/**
 * Journeys through the built product, started by its own launcher on a port and in a folder of its own (see
 * `e2e/support/product.ts`). The longest of them mostly watches television, in real time, so it begins first and the
 * others run beside it; more at a time would only wait for each other, because they encode video.
 */
export default defineConfig({
  testDir: "e2e",
  projects: [
    { name: "players", testMatch: LONGEST },
    { name: "journeys", testMatch: "*.spec.ts", testIgnore: LONGEST },
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
