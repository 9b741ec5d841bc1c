import { Id } from "@/core/contract";
import { notFound } from "@/core/errors";
import type { Channel } from "@/generated/prisma/client";
import { db } from "../db";

/**
 * A channel that is on the air, by its id or its slug.
 * @throws resource.not_found
 */
export async function publishedChannel(idOrSlug: string): Promise<Channel> {
  // PostgreSQL refuses to look for U+0000, which an address of a page may hold.
  if (idOrSlug.includes("\0")) throw notFound("The channel");
  const id = Id.safeParse(idOrSlug);
  const channel = await db.channel.findFirst({
    where: { status: "published", OR: [{ slug: idOrSlug }, ...(id.success ? [{ id: id.data }] : [])] },
  });
  if (!channel) throw notFound("The channel");
  return channel;
}
