import { StartCsvQuery } from "@/core/import/csv-contract";
import { MAX_CSV_BYTES } from "@/core/import/limits";
import { JobStarted } from "@/core/schedule/contract";
import { readStream } from "@/server/http/read-stream";
import { v1Route } from "@/server/http/route";
import { startCsv } from "@/server/import/start-csv";

const ACCEPTS = { types: ["text/csv", "text/tab-separated-values", "text/plain"], maxBytes: MAX_CSV_BYTES };

export const POST = v1Route({
  id: "startCsvImport",
  tag: "Import",
  scope: "content:write",
  summary: "Check a catalogue file, or bring it in; the file itself is the body",
  query: StartCsvQuery,
  file: ACCEPTS,
  reply: JobStarted,
  status: 202,
  errors: ["storage.full"],
  handle: (actor, { query, request }) => startCsv(actor, query, readStream(request, ACCEPTS)),
});
