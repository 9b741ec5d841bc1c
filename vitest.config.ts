import path from "node:path";
import { defineConfig } from "vitest/config";

const alias = { "@": path.resolve(import.meta.dirname) };

/**
 * `unit` needs nothing but Node. `integration` runs on real PostgreSQL, Redis, S3 server and ffmpeg.
 * A test belongs to the second when its name ends in `.int.test.ts`.
 */
export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: ["{app,bench,core,server,origin,worker,components,scripts,prisma}/**/*.test.{ts,tsx}"],
          exclude: ["**/*.int.test.ts"],
          // Property tests take a second each here, and many more on a busy machine.
          testTimeout: 30_000,
          maxWorkers: 2,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "integration",
          include: ["{app,core,server,origin,worker,scripts,prisma}/**/*.int.test.ts"],
          globalSetup: ["scripts/testing/global-setup.ts"],
          setupFiles: ["scripts/testing/described/record-replies.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          pool: "forks",
          maxWorkers: 2,
        },
      },
    ],
  },
});
