import { ContentGroup, UpdateGroup } from "@/core/content/group-contract";
import { ById } from "@/core/contract";
import { deleteGroup } from "@/server/content-groups/delete-group";
import { getGroup } from "@/server/content-groups/get-group";
import { updateGroup } from "@/server/content-groups/update-group";
import { v1Route } from "@/server/http/route";

export const GET = v1Route({
  id: "getContentGroup",
  tag: "Content groups",
  scope: "content:read",
  summary: "A content group with how much it holds",
  params: ById,
  reply: ContentGroup,
  handle: (actor, { params }) => getGroup(actor, params.id),
});

export const PATCH = v1Route({
  id: "updateContentGroup",
  tag: "Content groups",
  scope: "content:write",
  summary: "Rename or describe a content group, or change the rules of a dynamic one",
  params: ById,
  body: UpdateGroup,
  reply: ContentGroup,
  errors: ["content_group.name_taken"],
  handle: (actor, { params, body }) => updateGroup(actor, params.id, body),
});

export const DELETE = v1Route({
  id: "deleteContentGroup",
  tag: "Content groups",
  scope: "content:write",
  summary: "Delete a content group; its items stay",
  params: ById,
  reply: null,
  handle: (actor, { params }) => deleteGroup(actor, params.id),
});
