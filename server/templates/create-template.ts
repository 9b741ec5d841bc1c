import type { Actor } from "@/core/actor";
import type { CreateTemplate, Template } from "@/core/schedule/template";
import { ownChannel } from "../channels/own-channel";
import { db } from "../db";
import { requireOwnEntries } from "./template-content";
import { templateView } from "./template-view";
import { entriesOfWeek } from "./week-entries";

/**
 * Keeps a week as a template: from entries, or from what is on the guide of a week.
 * @throws resource.not_found, request.invalid when that week is empty
 */
export async function createTemplate(actor: Actor, channelId: string, input: CreateTemplate): Promise<Template> {
  const channel = await ownChannel(actor, channelId);
  if (input.entries) await requireOwnEntries(db, actor, input.entries);
  const entries = input.entries ?? (await entriesOfWeek(db, channel, input.weekOf ?? ""));
  const row = await db.scheduleTemplate.create({ data: { channelId, name: input.name, entries } });
  return templateView(db, actor.userId, row);
}
