import { z } from "zod";
import { ContentList } from "@/core/content/contract";
import { ContentGroup, SetGroupItems } from "@/core/content/group-contract";
import { ById, pageQuery } from "@/core/contract";
import { listGroupItems } from "@/server/content-groups/list-group-items";
import { addGroupItems, setGroupItems } from "@/server/content-groups/set-group-items";
import { v1Route } from "@/server/http/route";

export const GET = v1Route({
  id: "listContentGroupItems",
  tag: "Content groups",
  scope: "content:read",
  summary: "The items of a content group, in its order",
  params: ById,
  query: z.object(pageQuery),
  reply: ContentList,
  handle: (actor, { params, query }) => listGroupItems(actor, params.id, query),
});

export const PUT = v1Route({
  id: "setContentGroupItems",
  tag: "Content groups",
  scope: "content:write",
  summary: "Say which items a static group holds, in order",
  params: ById,
  body: SetGroupItems,
  reply: ContentGroup,
  errors: ["content_group.dynamic"],
  handle: (actor, { params, body }) => setGroupItems(actor, params.id, body),
});

export const POST = v1Route({
  id: "addContentGroupItems",
  tag: "Content groups",
  scope: "content:write",
  summary: "Add items to the end of a static group",
  params: ById,
  body: SetGroupItems,
  reply: ContentGroup,
  errors: ["content_group.dynamic"],
  handle: (actor, { params, body }) => addGroupItems(actor, params.id, body),
});
