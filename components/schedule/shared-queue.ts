import type { QueryClient } from "@tanstack/react-query";
import { api } from "@/components/api/client";
import type { EditedBlocks } from "@/core/schedule/batch-contract";
import { MAX_EDITS } from "@/core/schedule/batch-limit";
import type { Stretch } from "@/core/schedule/gaps";
import { channelsOf, partsOf } from "@/core/schedule/guide-edit";
import { indexOf } from "@/core/schedule/guide-index";
import { toast } from "../ui/notify";
import { type Edit, EditQueue, type EditRemote, type Refused } from "./edit-queue";
import { batchOf } from "./edit-request";
import type { GuideBlock } from "./guide-block";
import { refusedText } from "./refusal-text";
import { confirmEdit, knownBlocks, readStretch, seenEtag } from "./schedule-cache";

/** What the queue needs of the guide while that is on the page. */
export interface GuideOnPage {
  editableFrom: (channelId: string) => number | null;
  onRefused: (edit: Edit, why: Refused) => void;
}

/** The queue of edits, and the guide that shows it. */
export interface SharedQueue {
  queue: EditQueue;
  page: GuideOnPage | null;
}

const queues = new WeakMap<QueryClient, SharedQueue>();

/**
 * The one queue of the Studio. It outlives the guide's page, so that what is on its way arrives and what was done can
 * be taken back after a visit to the library. What has not arrived yet holds the window open.
 */
export function sharedQueue(client: QueryClient): SharedQueue {
  const found = queues.get(client);
  if (found) return found;
  const shared: SharedQueue = {
    page: null,
    queue: new EditQueue(
      remoteOf(client, () => shared.page),
      refused,
    ),
  };
  function refused(edit: Edit, why: Refused): void {
    if (shared.page) shared.page.onRefused(edit, why);
    else toast.error("The guide was not changed", { description: refusedText(edit, why, [], "UTC").message });
  }
  holdOpenWhileWaiting(shared.queue);
  queues.set(client, shared);
  return shared;
}

function holdOpenWhileWaiting(queue: EditQueue): void {
  const hold = (event: BeforeUnloadEvent) => event.preventDefault();
  queue.subscribe(() => {
    if (queue.state.pending.length > 0) window.addEventListener("beforeunload", hold);
    else window.removeEventListener("beforeunload", hold);
  });
}

function remoteOf(client: QueryClient, page: () => GuideOnPage | null): EditRemote {
  // What was read anew for an edit that came second counts for its next attempt, whatever the page shows by then.
  const readAnew = new Map<string, string>();
  return {
    send: async (edit) => {
      const tags = channelsOf(edit).map((id) => readAnew.get(id) ?? seenEtag(client, id));
      readAnew.clear();
      // A channel that the page has not read has no version to hold the server to.
      let matched = tags.includes(null) ? null : tags.join(", ");
      const done: EditedBlocks = { blocks: [], schedules: [] };
      for (const part of partsOf(edit, MAX_EDITS) ?? [edit]) {
        const headers: Record<string, string> = matched === null ? {} : { "If-Match": matched };
        const body = { edits: batchOf(part) };
        const reply = await api.post<EditedBlocks>("/v1/creator/schedule/batch", body, { headers });
        done.blocks.push(...reply.blocks);
        done.schedules = reply.schedules;
        matched = reply.schedules.map(({ etag }) => etag).join(", ");
      }
      return done;
    },
    confirm: (edit, reply) => {
      confirmEdit(client, edit, reply);
      void client.invalidateQueries({ queryKey: ["on-air"] });
      for (const channelId of channelsOf(edit)) void client.invalidateQueries({ queryKey: ["checklist", channelId] });
    },
    refresh: async (edit) => {
      const stretch = stretchOf(edit);
      const blocks: GuideBlock[] = [];
      for (const channelId of channelsOf(edit)) {
        const schedule = await readStretch(channelId, stretch);
        readAnew.set(channelId, schedule.etag);
        blocks.push(...schedule.blocks);
        void client.invalidateQueries({ queryKey: ["schedule", channelId] });
      }
      return indexOf(blocks);
    },
    known: (channelIds) => channelIds.flatMap((id) => knownBlocks(client, id)),
    editableFrom: (channelId) => page()?.editableFrom(channelId) ?? null,
    later: (work, ms) => void setTimeout(work, ms),
  };
}

/** All the time that an edit is about, in which other edits may have been made. */
function stretchOf({ changes }: Edit): Stretch {
  const slots = changes.flatMap(({ before, after }) => [before ?? [], after ?? []].flat());
  return {
    fromMs: Math.min(...slots.map(({ fromMs }) => fromMs)),
    toMs: Math.max(...slots.map(({ toMs }) => toMs)),
  };
}
