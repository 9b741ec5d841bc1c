import type { QueryClient } from "@tanstack/react-query";
import { api } from "@/components/api/client";
import type { EditedBlocks } from "@/core/schedule/batch-contract";
import type { Schedule } from "@/core/schedule/contract";
import type { Stretch } from "@/core/schedule/gaps";
import { channelsOf, type GuideEdit, idOf } from "@/core/schedule/guide-edit";
import type { GuideBlock } from "./guide-block";

/** What the guide has read of a channel, a day at a time: the cache key begins with these two. */
export function scheduleKey(channelId: string, window: Stretch) {
  return ["schedule", channelId, window.fromMs, window.toMs] as const;
}

export function readSchedule(channelId: string, { fromMs, toMs }: Stretch, signal?: AbortSignal): Promise<Schedule> {
  const window = { from: new Date(fromMs).toISOString(), to: new Date(toMs).toISOString() };
  return api.get<Schedule>("/v1/creator/schedule", { channelId, ...window }, { signal });
}

/** The windows of a channel that are on the page. */
export function windowsOf(client: QueryClient, channelId: string): Schedule[] {
  return client
    .getQueryCache()
    .findAll({ queryKey: ["schedule", channelId], type: "active" })
    .flatMap(({ state }) => (state.data as Schedule | undefined) ?? []);
}

/** The oldest version among what is on the page: an edit is made of what was seen. */
export function seenEtag(client: QueryClient, channelId: string): string | null {
  const [oldest] = windowsOf(client, channelId)
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
