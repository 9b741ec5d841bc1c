import { ById } from "@/core/contract";
import { AsRunWindow } from "@/core/guide/as-run-contract";
import { asRunFile } from "@/server/guide/as-run-file";
import { csvRoute } from "@/server/http/csv-route";

export const GET = csvRoute({
  scope: "schedule:read",
  params: ById,
  query: AsRunWindow,
  file: (actor, { params, query }) => asRunFile(actor, params.id, query),
});
