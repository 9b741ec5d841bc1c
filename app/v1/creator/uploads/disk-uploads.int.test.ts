import { afterAll, describe } from "vitest";
import { closeDb } from "@/server/db";
import { closeQueues } from "@/server/queue/enqueue";
import { closeRedis } from "@/server/redis";
import { directJourneys } from "./testing/direct-journeys";
import { tusJourneys } from "./testing/tus-journeys";

describe("uploads into a folder", () => {
  afterAll(async () => {
    await closeQueues();
    await closeRedis();
    await closeDb();
  });
  describe("by one PUT", () => directJourneys("disk"));
  describe("by tus", () => tusJourneys());
});
