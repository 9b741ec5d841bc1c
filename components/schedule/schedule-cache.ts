import type { QueryClient } from "@tanstack/react-query";
import { api } from "@/components/api/client";
import type { EditedBlocks } from "@/core/schedule/batch-contract";
import type { Schedule } from "@/core/schedule/contract";
import type { Stretch } from "@/core/schedule/gaps";
import { channelsOf, type GuideEdit, idOf } from "@/core/schedule/guide-edit";
import { MAX_WINDOW_DAYS } from "@/core/schedule/window";
import { type GuideBlock, guideBlockOf } from "./guide-block";

/** What the guide has read of a channel, a day at a time: the cache key begins with these two. */
export function scheduleKey(channelId: string, window: Stretch) {
  return ["schedule", channelId, window.fromMs, window.toMs] as const;
}

export function readSchedule(channelId: string, { fromMs, toMs }: Stretch, signal?: AbortSignal): Promise<Schedule> {
  const window = { from: new Date(fromMs).toISOString(), to: new Date(toMs).toISOString() };
  return api.get<Schedule>("/v1/creator/schedule", { channelId, ...window }, { signal });
}

/** Reads a day for the page. An answer that an edit has overtaken on its way is older than what the page knows: that stays. */
export async function readDay(
  client: QueryClient,
  channelId: string,
  day: Stretch,
  signal: AbortSignal,
): Promise<Schedule> {
  const read = await readSchedule(channelId, day, signal);
  const known = client.getQueryData<Schedule>(scheduleKey(channelId, day));
  return known && versionOf(known.etag) > versionOf(read.etag) ? known : read;
}

/** Reads any stretch, in as many windows as that takes. The tag is that of the first, so that nothing goes unnoticed. */
export async function readStretch(
  channelId: string,
  { fromMs, toMs }: Stretch,
): Promise<{ blocks: GuideBlock[]; etag: string }> {
  const found = new Map<string, GuideBlock>();
  let etag = "";
  for (let startMs = fromMs; startMs < toMs; startMs += WINDOW_MS) {
    const window = await readSchedule(channelId, { fromMs: startMs, toMs: Math.min(toMs, startMs + WINDOW_MS) });
    etag ||= window.etag;
    for (const block of window.blocks) found.set(block.id, guideBlockOf(block));
  }
  return { blocks: [...found.values()], etag };
}

const WINDOW_MS = MAX_WINDOW_DAYS * 86_400_000;

/** The blocks of a channel that are on the page, as the server confirmed them. */
export function knownBlocks(client: QueryClient, channelId: string): GuideBlock[] {
  const blocks = windowsOf(client, channelId).flatMap((window) => window.blocks);
  return [...new Map(blocks.map((block) => [block.id, guideBlockOf(block)])).values()];
}

/** The windows of a channel that are on the page. */
export function windowsOf(client: QueryClient, channelId: string, type: "active" | "all" = "active"): Schedule[] {
  return client
    .getQueryCache()
    .findAll({ queryKey: ["schedule", channelId], type })
    .flatMap(({ state }) => (state.data as Schedule | undefined) ?? []);
}

/**
 * The oldest version among what is on the page, or was on it when that has been left: an edit is made of what was seen.
 */
export function seenEtag(client: QueryClient, channelId: string): string | null {
  const shown = windowsOf(client, channelId);
  const [oldest] = (shown.length > 0 ? shown : windowsOf(client, channelId, "all"))
    .map(({ etag }) => etag)
    .sort((a, b) => versionOf(a) - versionOf(b));
  return oldest ?? null;
}

/** The number at the end of a schedule's entity tag. */
export function versionOf(etag: string): number {
  return Number(etag.replaceAll('"', "").split(".").at(-1));
}

/** Writes an edit that the server has carried out into what is on the page, so that nothing is asked for again. */
export function confirmEdit(client: QueryClient, edit: GuideEdit<GuideBlock>, reply: EditedBlocks): void {
  const touched = new Set(edit.changes.map(idOf));
  const etags = new Map(reply.schedules.map(({ channelId, etag }) => [channelId, etag]));
  for (const channelId of channelsOf(edit)) {
    const etag = etags.get(channelId);
    for (const query of client.getQueryCache().findAll({ queryKey: ["schedule", channelId] })) {
      const data = query.state.data as Schedule | undefined;
      if (!data || !etag) continue;
      // A window that has missed somebody else's edit is read anew by whoever watches the versions.
      if (versionOf(data.etag) < versionOf(etag) - 1) continue;
      const [fromMs, toMs] = [Date.parse(data.from), Date.parse(data.to)];
      const kept = data.blocks.filter(({ id }) => !touched.has(id));
      const added = reply.blocks.filter(
        (block) =>
          block.channelId === channelId && Date.parse(block.startsAt) < toMs && Date.parse(block.endsAt) > fromMs,
      );
      client.setQueryData<Schedule>(query.queryKey, { ...data, blocks: [...kept, ...added], etag });
    }
  }
}
