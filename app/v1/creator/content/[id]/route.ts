import { ContentDetail, ContentItem, DeleteContentQuery, UpdateContent } from "@/core/content/contract";
import { ById } from "@/core/contract";
import { contentEtag } from "@/server/content/content-etag";
import { deleteContent } from "@/server/content/delete-content";
import { getContent } from "@/server/content/get-content";
import { updateContent } from "@/server/content/update-content";
import { v1Route } from "@/server/http/route";

const ETAG = { ETag: { description: "Changes when something changes that a creator can edit; for `If-Match`." } };

export const GET = v1Route({
  id: "getContent",
  tag: "Content",
  scope: "content:read",
  summary: "A content item with renditions, captions and where it is scheduled",
  params: ById,
  reply: ContentDetail,
  replyHeaders: ETAG,
  handle: async (actor, { params, headers }) => {
    const item = await getContent(actor, params.id);
    headers.set("ETag", contentEtag(item));
    return item;
  },
});

export const PATCH = v1Route({
  id: "updateContent",
  tag: "Content",
  scope: "content:write",
  summary: "Update title, description, channel, tags and the like",
  params: ById,
  body: UpdateContent,
  reply: ContentItem,
  replyHeaders: ETAG,
  precondition: "content.changed",
  handle: async (actor, { params, body, ifMatch, headers }) => {
    const item = await updateContent(actor, params.id, body, ifMatch);
    headers.set("ETag", contentEtag(item));
    return item;
  },
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
  precondition: "content.changed",
  handle: (actor, { params, query, ifMatch }) => deleteContent(actor, params.id, query.force, ifMatch),
});
