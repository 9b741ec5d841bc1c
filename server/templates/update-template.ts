import type { Actor } from "@/core/actor";
import type { Template, UpdateTemplate } from "@/core/schedule/template";
import { ownChannel } from "../channels/own-channel";
import { db } from "../db";
import { ownTemplate, type TemplateName } from "./own-template";
import { requireOwnEntries } from "./template-content";
import { templateView } from "./template-view";
import { entriesOfWeek } from "./week-entries";

/**
 * Renames a template, or gives it other entries. What was placed from it before stays as it is.
 * @throws resource.not_found, request.invalid when the week to take over is empty
 */
export async function updateTemplate(actor: Actor, name: TemplateName, changes: UpdateTemplate): Promise<Template> {
  const { id } = await ownTemplate(actor, name);
  if (changes.entries) await requireOwnEntries(db, actor, changes.entries);
  const entries = changes.weekOf
    ? await entriesOfWeek(db, await ownChannel(actor, name.id), changes.weekOf)
    : changes.entries;
  const row = await db.scheduleTemplate.update({ where: { id }, data: { name: changes.name, entries } });
  return templateView(db, actor.userId, row);
}
