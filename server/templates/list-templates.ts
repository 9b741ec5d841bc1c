import type { Actor } from "@/core/actor";
import type { ListTemplatesQuery, TemplateList } from "@/core/schedule/template";
import { ownChannel } from "../channels/own-channel";
import { db } from "../db";
import { templateViews } from "./template-view";

/**
 * The weekly templates of a channel, oldest first.
 * @throws resource.not_found
 */
export async function listTemplates(actor: Actor, channelId: string, query: ListTemplatesQuery): Promise<TemplateList> {
  await ownChannel(actor, channelId);
  const where = { channelId };
  const [rows, total] = await Promise.all([
    db.scheduleTemplate.findMany({
      where,
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      skip: (query.page - 1) * query.per_page,
      take: query.per_page,
    }),
    db.scheduleTemplate.count({ where }),
  ]);
  return { items: await templateViews(db, actor.userId, rows), total, page: query.page, perPage: query.per_page };
}
