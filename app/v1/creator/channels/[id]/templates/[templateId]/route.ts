import { Template, TemplateParams, UpdateTemplate } from "@/core/schedule/template";
import { v1Route } from "@/server/http/route";
import { deleteTemplate } from "@/server/templates/delete-template";
import { getTemplate } from "@/server/templates/get-template";
import { updateTemplate } from "@/server/templates/update-template";

export const GET = v1Route({
  id: "getTemplate",
  tag: "Templates",
  scope: "schedule:read",
  summary: "A weekly template",
  params: TemplateParams,
  reply: Template,
  handle: (actor, { params }) => getTemplate(actor, params),
});

export const PATCH = v1Route({
  id: "updateTemplate",
  tag: "Templates",
  scope: "schedule:write",
  summary: "Rename a weekly template, or give it other entries",
  params: TemplateParams,
  body: UpdateTemplate,
  reply: Template,
  handle: (actor, { params, body }) => updateTemplate(actor, params, body),
});

export const DELETE = v1Route({
  id: "deleteTemplate",
  tag: "Templates",
  scope: "schedule:write",
  summary: "Forget a weekly template",
  params: TemplateParams,
  reply: null,
  handle: (actor, { params }) => deleteTemplate(actor, params),
});
