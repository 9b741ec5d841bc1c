import type { Actor } from "@/core/actor";
import type { ContentGroup } from "@/core/content/group-contract";
import { groupView } from "./group-view";
import { ownGroup } from "./own-group";

/**
 * One group with how much it holds.
 * @throws resource.not_found
 */
export async function getGroup(actor: Actor, groupId: string): Promise<ContentGroup> {
  return groupView(await ownGroup(actor, groupId));
}
