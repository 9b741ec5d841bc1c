import { ById } from "@/core/contract";
import { AsRun, AsRunQuery } from "@/core/guide/as-run-contract";
import { getAsRun } from "@/server/guide/get-as-run";
import { v1Route } from "@/server/http/route";

export const GET = v1Route({
  id: "getAsRun",
  tag: "Schedule",
  scope: "schedule:read",
  summary: "What a channel aired, against what it was to air",
  params: ById,
  query: AsRunQuery,
  reply: AsRun,
  handle: (actor, { params, query }) => getAsRun(actor, params.id, query),
});
