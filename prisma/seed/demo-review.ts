import type { Actor } from "@/core/actor";
import { db } from "@/server/db";
import { approveContent } from "@/server/moderation/approve-content";
import { blockContent } from "@/server/moderation/block-content";
import { resubmitContent } from "@/server/moderation/resubmit-content";
import type { DemoClip } from "./demo-clips";
import { ensureClip, untilReady } from "./demo-content";

const EMAIL = "guest@lineup.local";
const SECONDS = 6;

/** A guest's clips, of which a moderator has something to say. */
const GUEST_CLIPS: readonly (DemoClip & { reason: string; note: string | null })[] = [
  {
    ...clip("Harbour at Dusk", "Lights come on one by one along the quay.", "0x1d3557", "0xf4a261"),
    reason: "The picture is upside down.",
    note: "It was; I turned it round.",
  },
  {
    ...clip("Festival Trailer", "Half a minute of everything that happens next week.", "0x5a189a", "0xff9e00"),
    reason: "The rights of the music are not cleared.",
    note: null,
  },
];

function clip(title: string, description: string, from: string, to: string): DemoClip {
  const picture = `gradients=s=640x360:r=25:c0=${from}:c1=${to}:n=2:speed=0.02`;
  return { title, description, tags: ["guest"], genres: [], seconds: SECONDS, picture, sound: "0.05*sin(440*t)|0" };
}

/** Lets a moderator's queue have something to show: one item that waits for another look, and one that is blocked. */
export async function ensureReview(moderator: Actor, say: (line: string) => void): Promise<void> {
  const { id } = await db.user.upsert({
    where: { email: EMAIL },
    create: { email: EMAIL, name: "Harbour Film Club" },
    update: {},
  });
  const guest: Actor = { userId: id, method: "session", scopes: null };
  const ids: string[] = [];
  for (const one of GUEST_CLIPS) ids.push(await ensureClip(guest, one));
  const isNew = (await db.moderationDecision.count({ where: { contentItemId: { in: ids }, action: "blocked" } })) === 0;
  if (!isNew) return;
  await untilApproved(moderator, ids, say);
  for (const [index, { reason, note }] of GUEST_CLIPS.entries()) {
    const contentItemId = ids[index];
    if (!contentItemId) continue;
    await blockContent(moderator, contentItemId, { status: "ready", reason });
    if (note !== null) await resubmitContent(guest, contentItemId, { note });
  }
}

/** Waits until the worker is done with all of them, and approves what then waits for a moderator. */
export async function untilApproved(
  moderator: Actor,
  ids: readonly string[],
  say: (line: string) => void,
): Promise<void> {
  await untilReady(ids, say);
  const waiting = await db.contentItem.findMany({ where: { id: { in: [...ids] }, status: "pending_moderation" } });
  for (const { id } of waiting) await approveContent(moderator, id, { status: "pending_moderation", note: "" });
}
