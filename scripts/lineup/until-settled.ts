import { getContent } from "@/generated/client/sdk.gen";
import type { Session } from "./session";
import { columns, lengthText } from "./text-of";

const POLL_MS = 2000;

/** An item as far as waiting for it goes. */
export interface Settled {
  id: string;
  title: string;
  status: string;
  progressPercent: number;
  durationSeconds: number | null;
  error: { code: string; message: string } | null;
}

/** What a moderator has to look at first may wait for days; nobody sits at a terminal for that. */
const OVER = ["ready", "failed", "blocked", "deleted", "pending_moderation"];

/** Follows items until each is ready, waits for a moderator or never will be ready; in the order in which they are named. */
export async function untilSettled(ids: string[], session: Session): Promise<Settled[]> {
  const { client, progress, sleep } = session;
  const seen = new Map<string, Settled>();
  for (;;) {
    for (const id of ids) {
      const before = seen.get(id);
      if (before && OVER.includes(before.status)) continue;
      const { data } = await getContent({ client, path: { id }, throwOnError: true });
      const { title, status, progressPercent, durationSeconds, error } = data;
      const item = { id, title, status, progressPercent, durationSeconds, error };
      seen.set(id, item);
      if (OVER.includes(status)) progress.settle(title, lineOf(item));
      else progress.show({ name: title, done: progressPercent, total: 100, note: wordsOf(status) });
    }
    const items = ids.map((id) => seen.get(id)!);
    if (items.every(({ status }) => OVER.includes(status))) return items;
    await sleep(POLL_MS);
  }
}

/** One line per item: how it ended. */
export function settledText(items: Settled[]): string {
  return columns(items.map(({ id, title, ...item }) => [id, title, endingOf(item)]));
}

function lineOf(item: Settled): string {
  return `${item.title}: ${endingOf(item)}`;
}

function endingOf({ status, durationSeconds, error }: Omit<Settled, "id" | "title">): string {
  if (status === "ready") return durationSeconds === null ? "ready" : `ready, ${lengthText(durationSeconds)}`;
  if (status === "pending_moderation") return "in review: a moderator has to approve it";
  return error ? `${wordsOf(status)}: ${error.message}` : wordsOf(status);
}

function wordsOf(status: string): string {
  return status.replaceAll("_", " ");
}
