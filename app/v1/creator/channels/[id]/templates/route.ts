import { ById } from "@/core/contract";
import { CreateTemplate, ListTemplatesQuery, Template, TemplateList } from "@/core/schedule/template";
import { v1Route } from "@/server/http/route";
import { createTemplate } from "@/server/templates/create-template";
import { listTemplates } from "@/server/templates/list-templates";

export const GET = v1Route({
  id: "listTemplates",
  tag: "Templates",
  scope: "schedule:read",
  summary: "The weekly templates of a channel",
  params: ById,
  query: ListTemplatesQuery,
  reply: TemplateList,
  handle: (actor, { params, query }) => listTemplates(actor, params.id, query),
});

export const POST = v1Route({
  id: "createTemplate",
  tag: "Templates",
  scope: "schedule:write",
  summary: "Keep a week as a template, from its guide or from entries",
  params: ById,
  body: CreateTemplate,
  reply: Template,
  status: 201,
  handle: (actor, { params, body }) => createTemplate(actor, params.id, body),
});
