import { AppliedTemplate, ApplyTemplate, TemplateParams } from "@/core/schedule/template";
import { v1Route } from "@/server/http/route";
import { applyTemplate } from "@/server/templates/apply-template";

export const POST = v1Route({
  id: "applyTemplate",
  tag: "Templates",
  scope: "schedule:write",
  summary: "Lay a weekly template on the guide, from a week on",
  params: TemplateParams,
  body: ApplyTemplate,
  reply: AppliedTemplate,
  status: 201,
  errors: ["schedule.overlap"],
  precondition: "schedule.changed",
  handle: (actor, { params, body, ifMatch }) => applyTemplate(actor, params, body, ifMatch),
});
