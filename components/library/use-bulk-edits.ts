"use client";

import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { api } from "@/components/api/client";
import { toast } from "@/components/ui/notify";
import type { BulkChange, BulkOutcome } from "@/core/content/bulk-contract";
import { MAX_BULK_ITEMS } from "@/core/content/bulk-limit";
import { contentKeys } from "./content-keys";
import { deleteLater, settleDeletes, UNDO_MS } from "./pending-deletes";

const ADDRESS = "/v1/creator/content/bulk";

type OfMany = Exclude<BulkChange, { action: "set" }>;
/** A change without its items, over each member of the union. */
type Change = OfMany extends infer Each ? (Each extends unknown ? Omit<Each, "contentItemIds"> : never) : never;
type Before = BulkOutcome["done"];

/** Sends a change in as many requests as it takes. */
async function sendInParts(ids: readonly string[], change: Change, keepalive = false): Promise<BulkOutcome> {
  const outcome: BulkOutcome = { done: [], refused: [] };
  for (let at = 0; at < ids.length; at += MAX_BULK_ITEMS) {
    const contentItemIds = ids.slice(at, at + MAX_BULK_ITEMS);
    const part = await api.post<BulkOutcome>(ADDRESS, { ...change, contentItemIds }, { keepalive });
    outcome.done.push(...part.done);
    outcome.refused.push(...part.refused);
  }
  return outcome;
}

async function putBack(before: readonly Partial<Before[number]>[]): Promise<void> {
  for (let at = 0; at < before.length; at += MAX_BULK_ITEMS) {
    await api.post(ADDRESS, { action: "set", items: before.slice(at, at + MAX_BULK_ITEMS) });
  }
}

export const countText = (count: number) => `${count.toLocaleString()} ${count === 1 ? "item" : "items"}`;

/** Verbs on many items at once, each of which says what became of it and can be taken back. */
export function useBulkEdits() {
  const client = useQueryClient();
  return useMemo(() => bulkEdits(client), [client]);
}

function bulkEdits(client: QueryClient) {
  const settled = () => void client.invalidateQueries({ queryKey: contentKeys.all });

  async function change(
    ids: readonly string[],
    wanted: Change,
    done: (count: string) => string,
    back?: "tags" | "channelId",
  ) {
    try {
      const outcome = await sendInParts(ids, wanted);
      settled();
      const undo = () => {
        const before = outcome.done.map((item) => ({ id: item.id, [back ?? "tags"]: item[back ?? "tags"] }));
        void putBack(before)
          .then(
            () => toast("Taken back"),
            (error: Error) => toast.error("It could not be taken back", { description: error.message }),
          )
          .finally(settled);
      };
      if (outcome.done.length > 0) {
        const action = back ? { label: "Undo", onClick: undo } : undefined;
        toast.success(done(countText(outcome.done.length)), { action, duration: UNDO_MS });
      }
      tellRefused(outcome.refused);
    } catch (error) {
      settled();
      toast.error("Not every item could be changed", { description: (error as Error).message });
    }
  }

  function remove(ids: readonly string[], title = countText(ids.length), force = false) {
    const pending = deleteLater(ids, (going, isLeaving) => {
      void sendInParts(going, { action: "delete", force }, isLeaving)
        .then((outcome) => {
          for (const { id } of outcome.done) client.removeQueries({ queryKey: contentKeys.item(id) });
          tellRefused(outcome.refused, (kept) => remove(kept, countText(kept.length), true));
        })
        .catch((error: Error) => toast.error("They could not be deleted", { description: error.message }))
        .finally(async () => {
          await client.invalidateQueries({ queryKey: contentKeys.lists });
          void client.invalidateQueries({ queryKey: ["schedule"] });
          settleDeletes(going);
        });
    });
    // As long as the message stands there, pointed at or not, it can be taken back.
    toast(`${title} deleted`, {
      action: { label: "Undo", onClick: pending.undo },
      duration: UNDO_MS,
      onAutoClose: pending.confirm,
      onDismiss: pending.confirm,
    });
  }

  return {
    tag: (ids: readonly string[], add: string[], removed: string[]) =>
      change(ids, { action: "tag", add, remove: removed }, (count) => `Tags of ${count} changed`, "tags"),
    move: (ids: readonly string[], channelId: string | null, name: string) =>
      change(ids, { action: "move", channelId }, (count) => `${count} moved to ${name}`, "channelId"),
    retry: (ids: readonly string[]) => change(ids, { action: "retry" }, (count) => `${count} started again`),
    remove,
  };
}

/** Says how many were refused and why; what is only kept by the schedule may be deleted together with its blocks. */
function tellRefused(refused: BulkOutcome["refused"], deleteAnyway?: (ids: string[]) => void): void {
  const scheduled = refused.filter(({ code }) => code === "content.scheduled");
  const others = refused.filter(({ code }) => code !== "content.scheduled");
  if (scheduled.length > 0) {
    toast.error(`${countText(scheduled.length)} kept: on the schedule`, {
      description: "Deleting them removes their blocks too, and their time becomes free.",
      duration: Number.POSITIVE_INFINITY,
      action: deleteAnyway && {
        label: "Delete with blocks",
        onClick: () => deleteAnyway(scheduled.map(({ id }) => id)),
      },
      cancel: { label: "Keep", onClick: () => {} },
    });
  }
  if (others.length > 0) {
    toast.error(`${countText(others.length)} left as ${others.length === 1 ? "it is" : "they are"}`, {
      description: others[0]?.message,
    });
  }
}
