import { z } from "zod";
import { ContentDetail, ContentItem, ListContentQuery } from "@/core/content/contract";
import { Id, listOf, Text } from "@/core/contract";
import { getContent } from "../../content/get-content";
import { listContent } from "../../content/list-content";
import { tool } from "../tool";
import { WaitSeconds, waitFor } from "../wait-for";

/** What an agent needs to choose an item; `get_content` tells the rest. A whole item would cost it ten times the words. */
const ItemInList = ContentItem.pick({
  id: true,
  title: true,
  type: true,
  status: true,
  durationSeconds: true,
  channelId: true,
  tags: true,
  episodeLabel: true,
  createdAt: true,
});
const Items = listOf(ItemInList);

const { status, type, tag, genre, sort, direction } = ListContentQuery.shape;
const page = z.int().min(1).max(1_000_000).default(1);
const perPage = z.int().min(1).max(100).default(20);

/** An item goes no further by itself from these. */
const OVER = ["ready", "failed", "blocked", "pending_moderation"];

export const CONTENT_TOOLS = [
  tool({
    name: "list_content",
    title: "List content",
    description:
      "The items of the library, newest first, one page at a time. `schedulable: true` gives those that can be placed on a guide now.",
    scope: "content:read",
    input: z.strictObject({
      status,
      type,
      tag,
      genre,
      channelId: Id.optional(),
      schedulable: z.boolean().optional(),
      sort,
      direction,
      page,
      perPage,
    }),
    output: Items,
    readOnly: true,
    call: (actor, { channelId, perPage, ...query }) =>
      listContent(actor, { ...query, channel_id: channelId, per_page: perPage }),
  }),
  tool({
    name: "find_content",
    title: "Find content",
    description: "The items whose title holds some words, in any case and with or without accents.",
    scope: "content:read",
    input: z.strictObject({ q: Text.trim().min(1).max(200).describe("Part of the title."), status, page, perPage }),
    output: Items,
    readOnly: true,
    call: (actor, { perPage, ...query }) =>
      listContent(actor, { ...query, per_page: perPage, sort: "title", direction: "asc" }),
  }),
  tool({
    name: "get_content",
    title: "Show an item",
    description:
      "Everything about one item: renditions, captions, pictures, groups, and the future blocks that use it.",
    scope: "content:read",
    input: z.strictObject({ contentItemId: Id }),
    output: ContentDetail,
    readOnly: true,
    call: (actor, { contentItemId }) => getContent(actor, contentItemId),
  }),
  tool({
    name: "content_status",
    title: "Status of an item",
    description:
      "How far an upload or import is. Only an item whose status is `ready` can be placed. Pass waitSeconds to wait here instead of asking again and again; `over: false` means it goes on, so call again.",
    scope: "content:read",
    input: z.strictObject({ contentItemId: Id, waitSeconds: WaitSeconds }),
    output: ContentItem.pick({
      id: true,
      title: true,
      status: true,
      progressPercent: true,
      durationSeconds: true,
      error: true,
    }).extend({ over: z.boolean() }),
    readOnly: true,
    call: async (actor, { contentItemId, waitSeconds }, { signal, progress }) => {
      const item = await waitFor({
        ask: () => getContent(actor, contentItemId),
        isOver: (seen) => OVER.includes(seen.status),
        seconds: waitSeconds,
        signal,
        onState: (seen) => progress(seen.progressPercent, seen.status),
      });
      return { ...item, over: OVER.includes(item.status) };
    },
  }),
];
