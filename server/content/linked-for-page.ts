import { type ExternalSource, parseExternal } from "@/core/content/external";
import { Id } from "@/core/contract";
import { currentUser } from "../auth/current-user";
import { db } from "../db";

export interface LinkedItem {
  title: string;
  external: ExternalSource;
}

/** A linked item of whoever looks at the page being rendered, or null. */
export async function linkedForPage(contentItemId: string): Promise<LinkedItem | null> {
  const user = await currentUser();
  if (!user || !Id.safeParse(contentItemId).success) return null;
  const row = await db.contentItem.findFirst({
    where: { id: contentItemId, ownerId: user.id, status: "ready" },
    select: { title: true, external: true },
  });
  const external = parseExternal(row?.external);
  return row && external ? { title: row.title, external } : null;
}
