import type { Actor } from "@/core/actor";
import type { ContentGroup, UpdateGroup } from "@/core/content/group-contract";
import { AppError } from "@/core/errors";
import { db } from "../db";
import { groupView } from "./group-view";
import { answerNameTaken } from "./name-taken";
import { ownGroup } from "./own-group";

/**
 * Changes what is said about a group, or the rules of a dynamic one. Fields that are absent stay as they are.
 * @throws resource.not_found, content_group.name_taken; request.invalid for rules of a static group
 */
export async function updateGroup(actor: Actor, groupId: string, changes: UpdateGroup): Promise<ContentGroup> {
  const group = await ownGroup(actor, groupId);
  if (changes.rules && group.kind === "static") {
    const message = "a static group has no rules";
    throw new AppError("request.invalid", `\`rules\`: ${message}.`, {
      issues: [{ path: ["rules"], code: "custom", message }],
    });
  }
  const data = { ...changes, ...(changes.displayTitle === "" && { displayTitle: null }) };
  const where = { id: group.id, ownerId: actor.userId };
  return groupView(await answerNameTaken(changes.name, () => db.contentGroup.update({ where, data })));
}
