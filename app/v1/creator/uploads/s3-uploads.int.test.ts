import { afterAll, describe } from "vitest";
import { startS3 } from "@/scripts/testing/start-s3";

// The settings must stand before the first module reads them.
const s3 = await startS3();
Object.assign(process.env, s3.settings);
const { directJourneys } = await import("./testing/direct-journeys");
const { tusJourneys } = await import("./testing/tus-journeys");
const { closeDb } = await import("@/server/db");
const { closeQueues } = await import("@/server/queue/enqueue");
const { closeRedis } = await import("@/server/redis");

describe("uploads into S3", () => {
  afterAll(async () => {
    await closeQueues();
    await closeRedis();
    await closeDb();
    await s3.stop();
  });
  describe("by one PUT", () => directJourneys("s3"));
  describe("by tus", () => tusJourneys());
});
