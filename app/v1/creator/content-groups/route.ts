import { ContentGroup, ContentGroupList, CreateGroup, ListGroupsQuery } from "@/core/content/group-contract";
import { createGroup } from "@/server/content-groups/create-group";
import { listGroups } from "@/server/content-groups/list-groups";
import { v1Route } from "@/server/http/route";

export const GET = v1Route({
  id: "listContentGroups",
  tag: "Content groups",
  scope: "content:read",
  summary: "List content groups by name, with how much each holds",
  query: ListGroupsQuery,
  reply: ContentGroupList,
  handle: (actor, { query }) => listGroups(actor, query),
});

export const POST = v1Route({
  id: "createContentGroup",
  tag: "Content groups",
  scope: "content:write",
  summary: "Create a content group: static (ordered by hand) or dynamic (found by rules)",
  body: CreateGroup,
  reply: ContentGroup,
  status: 201,
  errors: ["content_group.name_taken"],
  handle: (actor, { body }) => createGroup(actor, body),
});
