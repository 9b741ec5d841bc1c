import { ContentLabels } from "@/core/content/contract";
import { listLabels } from "@/server/content/list-labels";
import { v1Route } from "@/server/http/route";

export const GET = v1Route({
  id: "listLabels",
  tag: "Content",
  scope: "content:read",
  summary: "The tags, genres, languages and age ratings in use, most used first",
  reply: ContentLabels,
  handle: (actor) => listLabels(actor),
});
