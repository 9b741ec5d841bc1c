import { expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedContent, seedCreator } from "@/prisma/seed/builders";
import { db } from "../db";
import { jobsStuck } from "../jobs/jobs-stuck";
import { queue } from "../queue/enqueue";
import { importStuck } from "./import-stuck";

const HOUR_MS = 3_600_000;
/** Before every other job of these tests, so that a sweep looks at this one first. */
const LONG_AGO = new Date("2020-01-01T00:00:00Z");

async function seedJob(owner: Actor, kind: "import" | "csv", fields: { updatedAt: Date; heartbeatAt?: Date }) {
  const { id: contentItemId } = await seedContent(owner, { status: "uploading", sourceKind: "url" });
  const job = await db.job.create({
    data: { ownerId: owner.userId, kind, contentItemId, input: {}, status: "running" },
  });
  await db.$executeRaw`UPDATE job SET updated_at = ${fields.updatedAt}, heartbeat_at = ${fields.heartbeatAt ?? null}
    WHERE id = ${job.id}::uuid`;
  return job.id;
}

test("an import without a sign of life and without a job in the queue is enqueued again; one that waits is left alone", async () => {
  const ada = await seedCreator();
  const lost = await seedJob(ada, "import", { updatedAt: LONG_AGO });
  const alive = await seedJob(ada, "import", { updatedAt: LONG_AGO, heartbeatAt: new Date() });
  await importStuck(new Date());
  const held = await queue("import").getJob(`import-${lost}`);
  expect(held?.data).toEqual({ jobId: lost });
  expect(await queue("import").getJob(`import-${alive}`)).toBeUndefined();

  await db.$executeRaw`UPDATE job SET updated_at = ${LONG_AGO} WHERE id = ${lost}::uuid`;
  await importStuck(new Date());
  expect((await queue("import").getJob(`import-${lost}`))?.timestamp).toBe(held?.timestamp);
});

test("a catalogue file whose worker died is enqueued again, once in a while", async () => {
  const ada = await seedCreator();
  const id = await seedJob(ada, "csv", { updatedAt: LONG_AGO });
  const now = new Date();
  await jobsStuck("csv", now);
  expect((await queue("short").getJob(`csv-${id}-${now.getTime()}`))?.data).toEqual({ jobId: id });
  const soon = new Date(now.getTime() + 1_000);
  await jobsStuck("csv", soon);
  expect(await queue("short").getJob(`csv-${id}-${soon.getTime()}`)).toBeUndefined();
  const later = new Date(now.getTime() + HOUR_MS);
  await jobsStuck("csv", later);
  expect(await queue("short").getJob(`csv-${id}-${later.getTime()}`)).toBeDefined();
});
