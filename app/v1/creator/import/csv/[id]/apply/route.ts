import { ById } from "@/core/contract";
import { JobStarted } from "@/core/schedule/contract";
import { v1Route } from "@/server/http/route";
import { applyCsv } from "@/server/import/start-csv";

export const POST = v1Route({
  id: "applyCsvImport",
  tag: "Import",
  scope: "content:write",
  summary: "Bring in the catalogue file that a dry run has checked",
  params: ById,
  reply: JobStarted,
  status: 202,
  handle: (actor, { params }) => applyCsv(actor, params.id),
});
