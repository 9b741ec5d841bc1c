import type { Actor } from "@/core/actor";
import { notFound } from "@/core/errors";
import type { ScheduleTemplate } from "@/generated/prisma/client";
import { db, type Tx } from "../db";

/** Names a template of a channel. */
export interface TemplateName {
  /** The channel. */
  id: string;
  templateId: string;
}

/**
 * The template of that id on the actor's channel.
 * @throws resource.not_found
 */
export async function ownTemplate(
  actor: Actor,
  { id, templateId }: TemplateName,
  tx: Tx = db,
): Promise<ScheduleTemplate> {
  const template = await tx.scheduleTemplate.findFirst({
    where: { id: templateId, channelId: id, channel: { ownerId: actor.userId } },
  });
  if (!template) throw notFound("The template");
  return template;
}
