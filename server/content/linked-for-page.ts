import { type ExternalSource, parseExternal } from "@/core/content/external";
import { Id } from "@/core/contract";
import { ReviewStatus } from "@/core/moderation/contract";
import { currentUser } from "../auth/current-user";
import { db } from "../db";

export interface LinkedItem {
  title: string;
  external: ExternalSource;
}

/** A linked item that whoever looks at the page being rendered may watch: an own one, or anybody's for a moderator. */
export async function linkedForPage(contentItemId: string): Promise<LinkedItem | null> {
  const user = await currentUser();
  if (!user || !Id.safeParse(contentItemId).success) return null;
  const row = await db.contentItem.findFirst({
    where: {
      id: contentItemId,
      OR: [
        { ownerId: user.id, status: { in: ["ready", "pending_moderation"] } },
        ...(user.isModerator ? [{ status: { in: [...ReviewStatus.options] } }] : []),
      ],
    },
    select: { title: true, external: true },
  });
  const external = parseExternal(row?.external);
  return row && external ? { title: row.title, external } : null;
}
