import type { Actor } from "@/core/actor";
import { notFound } from "@/core/errors";
import { recordAudit } from "../audit/record-audit";
import { db } from "../db";
import { ownTemplate, type TemplateName } from "./own-template";

/**
 * Forgets a template. What was placed from it stays on the guide.
 * @throws resource.not_found
 */
export async function deleteTemplate(actor: Actor, name: TemplateName): Promise<void> {
  const { id, name: called } = await ownTemplate(actor, name);
  await db.$transaction(async (tx) => {
    const { count } = await tx.scheduleTemplate.deleteMany({ where: { id } });
    if (count === 0) throw notFound("The template");
    const target = { kind: "schedule_template", id, name: called } as const;
    await recordAudit(tx, actor, { action: "schedule_template.deleted", target });
  });
}
