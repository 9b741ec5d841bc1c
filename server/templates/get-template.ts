import type { Actor } from "@/core/actor";
import type { Template } from "@/core/schedule/template";
import { db } from "../db";
import { ownTemplate, type TemplateName } from "./own-template";
import { templateView } from "./template-view";

/**
 * A weekly template with the titles of its content.
 * @throws resource.not_found
 */
export async function getTemplate(actor: Actor, name: TemplateName): Promise<Template> {
  return templateView(db, actor.userId, await ownTemplate(actor, name));
}
