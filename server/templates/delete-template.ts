import type { Actor } from "@/core/actor";
import { db } from "../db";
import { ownTemplate, type TemplateName } from "./own-template";

/**
 * Forgets a template. What was placed from it stays on the guide.
 * @throws resource.not_found
 */
export async function deleteTemplate(actor: Actor, name: TemplateName): Promise<void> {
  const { id } = await ownTemplate(actor, name);
  await db.scheduleTemplate.delete({ where: { id } });
}
