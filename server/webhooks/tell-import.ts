import { CsvJobInput } from "@/core/import/csv-contract";
import type { Job } from "@/generated/prisma/client";
import type { Tx } from "../db";
import { emitEvent } from "./emit-event";

type Ended = Pick<Job, "id" | "ownerId" | "kind" | "status" | "contentItemId" | "input" | "errorCode" | "errorMessage">;

/**
 * Tells of the end of an import or a catalogue file; call it with the row as it is then. Other jobs are not told of,
 * nor is the check of a catalogue file: it brings nothing in.
 */
export async function tellImportFinished(tx: Tx, job: Ended): Promise<void> {
  if (job.kind !== "import" && job.kind !== "csv") return;
  if (job.status !== "done" && job.status !== "failed") return;
  if (job.kind === "csv" && CsvJobInput.safeParse(job.input).data?.dryRun) return;
  const { id: jobId, kind, status, contentItemId } = job;
  const error = status === "failed" ? { code: job.errorCode ?? "server.error", message: job.errorMessage ?? "" } : null;
  const data = { jobId, kind, status, contentItemId, error } as const;
  // The item's id where there is one, so that its end is told before what becomes of the item.
  await emitEvent(tx, job.ownerId, { type: "import.finished", resourceId: contentItemId ?? jobId, data });
}
