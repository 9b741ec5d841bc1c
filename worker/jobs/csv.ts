import { mkdir, rm } from "node:fs/promises";
import { runCsv } from "@/server/import/run-csv";
import type { JobPayload } from "@/server/queue/jobs";
import { workFolder } from "../work-folder";

/** Checks a catalogue file or brings it in, with a folder of its own for the file where the storage is elsewhere. */
export async function csv({ jobId }: JobPayload<"csv">, stopping: AbortSignal): Promise<void> {
  const folder = workFolder(jobId);
  await mkdir(folder, { recursive: true });
  try {
    await runCsv(jobId, folder, stopping);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
