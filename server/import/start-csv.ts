import type { Readable } from "node:stream";
import { v7 as uuidv7 } from "uuid";
import type { Actor } from "@/core/actor";
import { notFound } from "@/core/errors";
import { CsvJobInput, type StartCsvQuery } from "@/core/import/csv-contract";
import type { JobStarted } from "@/core/schedule/contract";
import { db } from "../db";
import { log } from "../log";
import { enqueue } from "../queue/enqueue";
import { storage } from "../storage/create-storage";
import { csvKey } from "./csv-key";

/**
 * Stores a catalogue file as it comes in, without keeping it in memory, and asks the worker to check it or to bring it
 * in.
 */
export async function startCsv(actor: Actor, query: StartCsvQuery, body: Readable): Promise<JobStarted> {
  const jobId = uuidv7();
  const key = csvKey(jobId);
  await storage().put(key, body, { contentType: "text/csv" });
  const sizeBytes = (await storage().head(key))?.sizeBytes ?? 0;
  return begin(actor, jobId, { ...query, key, sizeBytes });
}

/**
 * Brings in the file that a dry run has checked, byte for byte.
 * @throws resource.not_found when there is no such dry run, or when its file is gone: after it was brought in, or a day
 */
export async function applyCsv(actor: Actor, dryRunId: string): Promise<JobStarted> {
  const job = await db.job.findFirst({ where: { id: dryRunId, ownerId: actor.userId, kind: "csv" } });
  const input = job && CsvJobInput.parse(job.input);
  if (!input?.dryRun) throw notFound("The dry run");
  const jobId = uuidv7();
  const key = csvKey(jobId);
  await storage().move(input.key, key);
  return begin(actor, jobId, { ...input, key, dryRun: false });
}

async function begin(actor: Actor, jobId: string, input: CsvJobInput): Promise<JobStarted> {
  await db.job.create({ data: { id: jobId, ownerId: actor.userId, kind: "csv", input } });
  await enqueue("csv", { jobId }, `csv-${jobId}`).catch((err) => {
    log.warn({ err, jobId }, "a catalogue file waits for the sweep");
  });
  return { jobId };
}
