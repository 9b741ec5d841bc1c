import { ContentList, ListContentQuery } from "@/core/content/contract";
import { listContent } from "@/server/content/list-content";
import { v1Route } from "@/server/http/route";

export const GET = v1Route({
  scope: "content:read",
  summary: "List content items",
  query: ListContentQuery,
  reply: ContentList,
  handle: (actor, { query }) => listContent(actor, query),
});
