import { ById } from "@/core/contract";
import { AsRunWindow } from "@/core/guide/as-run-contract";
import { asRunFile } from "@/server/guide/as-run-file";
import { csvRoute } from "@/server/http/csv-route";

export const GET = csvRoute({
  id: "exportAsRun",
  tag: "Schedule",
  summary: "What a channel aired, against what it was to air, as CSV",
  scope: "schedule:read",
  params: ById,
  query: AsRunWindow,
  file: (actor, { params, query }) => asRunFile(actor, params.id, query),
});
