import type { Actor } from "@/core/actor";
import type { ContentGroup, CreateGroup } from "@/core/content/group-contract";
import { db } from "../db";
import { groupView } from "./group-view";
import { answerNameTaken } from "./name-taken";

/**
 * Makes a content group.
 * @throws content_group.name_taken
 */
export async function createGroup(actor: Actor, input: CreateGroup): Promise<ContentGroup> {
  const data = { ...input, displayTitle: input.displayTitle || null, ownerId: actor.userId };
  return groupView(await answerNameTaken(input.name, () => db.contentGroup.create({ data })));
}
