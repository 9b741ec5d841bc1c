import { ContentItem, CreateContainer, Library, ListContentQuery } from "@/core/content/contract";
import { createContainer } from "@/server/content/create-container";
import { listContent } from "@/server/content/list-content";
import { v1Route } from "@/server/http/route";

export const GET = v1Route({
  id: "listContent",
  tag: "Content",
  scope: "content:read",
  summary: "List content items",
  query: ListContentQuery,
  reply: Library,
  errors: ["resource.not_found"],
  handle: (actor, { query }) => listContent(actor, query),
});

export const POST = v1Route({
  id: "createContainer",
  tag: "Content",
  scope: "content:write",
  summary: "Create a series, or a season of one: an entry without a file",
  body: CreateContainer,
  reply: ContentItem,
  status: 201,
  errors: ["resource.not_found"],
  handle: (actor, { body }) => createContainer(actor, body),
});
