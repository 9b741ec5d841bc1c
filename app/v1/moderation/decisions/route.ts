import { DecisionList, ListDecisionsQuery } from "@/core/moderation/contract";
import { v1Route } from "@/server/http/route";
import { listDecisions } from "@/server/moderation/list-decisions";

export const GET = v1Route({
  id: "listDecisions",
  tag: "Moderation",
  scope: "moderation:read",
  summary: "What was decided, by whom and why, newest first",
  query: ListDecisionsQuery,
  reply: DecisionList,
  errors: ["auth.moderator_required"],
  handle: (actor, { query }) => listDecisions(actor, query),
});
