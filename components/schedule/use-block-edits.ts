"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "@/components/api/client";
import type { Block, CreateBlock, UpdateBlock } from "@/core/schedule/contract";
import type { Stretch } from "@/core/schedule/gaps";
import { type GuideBlock, PENDING_PREFIX } from "./guide-block";
import { changeCached, scheduleKey } from "./use-schedule";

const iso = (instantMs: number) => new Date(instantMs).toISOString();
const seconds = (durationMs: number) => durationMs / 1000;

/** What is to change of a block. */
export interface BlockChange {
  startMs?: number;
  durationMs?: number;
}

/**
 * Edits of one window of one channel. Each shows at once, goes back when the server refuses it, and ends with what
 * the server says. They go out one after the other, in the order they were made.
 */
export function useBlockEdits(channelId: string, window: Stretch) {
  const client = useQueryClient();
  const key = scheduleKey(channelId, window);
  const scope = { id: `schedule-${channelId}` };

  const settled = async () => {
    // With more edits under way a fresh copy would show the older state for a moment.
    if (client.isMutating({ mutationKey: ["schedule-edit", channelId] }) > 1) return;
    await client.invalidateQueries({ queryKey: ["schedule", channelId] });
    void client.invalidateQueries({ queryKey: ["on-air"] });
    void client.invalidateQueries({ queryKey: ["checklist", channelId] });
  };
  const common = {
    mutationKey: ["schedule-edit", channelId],
    scope,
    onError: (_error: unknown, _input: unknown, rollback: (() => void) | undefined) => rollback?.(),
    onSettled: settled,
  };
  const optimistic = async (change: (blocks: Block[]) => Block[]) => {
    await client.cancelQueries({ queryKey: key });
    return changeCached(client, key, change);
  };

  const place = useMutation({
    ...common,
    mutationFn: ({ content, startMs, durationMs, kind = "content" }: PlaceInput) =>
      api.post<Block>("/v1/creator/schedule", {
        channelId,
        contentItemId: content?.id,
        startsAt: iso(startMs),
        kind,
        ...(durationMs !== undefined && { durationSeconds: seconds(durationMs) }),
      } satisfies CreateBlock),
    onMutate: (input) =>
      optimistic((blocks) => {
        const durationMs = input.durationMs ?? (input.content?.durationSeconds ?? 0) * 1000;
        return [
          ...blocks,
          {
            id: `${PENDING_PREFIX}${input.startMs}`,
            channelId,
            startsAt: iso(input.startMs),
            endsAt: iso(input.startMs + durationMs),
            durationSeconds: seconds(durationMs),
            offsetSeconds: 0,
            kind: input.kind ?? "content",
            content: input.content,
          },
        ];
      }),
  });

  const change = useMutation({
    ...common,
    mutationFn: ({ block, to }: { block: GuideBlock; to: BlockChange }) =>
      api.patch<Block>(`/v1/creator/schedule/${block.id}`, {
        ...(to.startMs !== undefined && { startsAt: iso(to.startMs) }),
        ...(to.durationMs !== undefined && { durationSeconds: seconds(to.durationMs) }),
      } satisfies UpdateBlock),
    onMutate: ({ block, to }) =>
      optimistic((blocks) =>
        blocks.map((each) => {
          if (each.id !== block.id) return each;
          const startMs = to.startMs ?? block.fromMs;
          const durationMs = to.durationMs ?? block.toMs - block.fromMs;
          return {
            ...each,
            startsAt: iso(startMs),
            endsAt: iso(startMs + durationMs),
            durationSeconds: seconds(durationMs),
          };
        }),
      ),
  });

  const remove = useMutation({
    ...common,
    mutationFn: (block: GuideBlock) => api.delete(`/v1/creator/schedule/${block.id}`),
    onMutate: (block) => optimistic((blocks) => blocks.filter((each) => each.id !== block.id)),
  });

  return { place, change, remove };
}

interface PlaceInput {
  content: Block["content"];
  startMs: number;
  durationMs?: number;
  kind?: Block["kind"];
}
