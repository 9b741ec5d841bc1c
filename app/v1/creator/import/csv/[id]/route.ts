import { ById } from "@/core/contract";
import { CsvReport, CsvReportQuery } from "@/core/import/csv-contract";
import { v1Route } from "@/server/http/route";
import { getCsvReport } from "@/server/import/get-csv-report";

export const GET = v1Route({
  id: "getCsvReport",
  tag: "Import",
  scope: "content:write",
  summary: "What a catalogue file changes, and what is wrong with it",
  params: ById,
  query: CsvReportQuery,
  reply: CsvReport,
  handle: (actor, { params, query }) => getCsvReport(actor, params.id, query),
});
