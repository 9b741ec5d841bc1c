import { ContentDetail, ContentItem, DeleteContentQuery, UpdateContent } from "@/core/content/contract";
import { ById } from "@/core/contract";
import { deleteContent } from "@/server/content/delete-content";
import { getContent } from "@/server/content/get-content";
import { updateContent } from "@/server/content/update-content";
import { v1Route } from "@/server/http/route";

export const GET = v1Route({
  id: "getContent",
  tag: "Content",
  scope: "content:read",
  summary: "A content item with renditions, captions and where it is scheduled",
  params: ById,
  reply: ContentDetail,
  handle: (actor, { params }) => getContent(actor, params.id),
});

export const PATCH = v1Route({
  id: "updateContent",
  tag: "Content",
  scope: "content:write",
  summary: "Update title, description, channel, tags and the like",
  params: ById,
  body: UpdateContent,
  reply: ContentItem,
  handle: (actor, { params, body }) => updateContent(actor, params.id, body),
});

export const DELETE = v1Route({
  id: "deleteContent",
  tag: "Content",
  scope: "content:write",
  summary: "Soft-delete a content item; with force=true its future blocks too",
  params: ById,
  query: DeleteContentQuery,
  reply: null,
  errors: ["content.scheduled", "schedule.locked"],
  handle: (actor, { params, query }) => deleteContent(actor, params.id, query.force),
});
