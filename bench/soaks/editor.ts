import { setTimeout as sleep } from "node:timers/promises";
import type { Actor } from "@/core/actor";
import { AppError } from "@/core/errors";
import { closeDb, db } from "@/server/db";
import { getSchedule } from "@/server/schedule/get-schedule";
import { placeBlock } from "@/server/schedule/place-block";
import { removeBlock } from "@/server/schedule/remove-block";
import { updateBlock } from "@/server/schedule/update-block";
import type { SoakStage } from "./seed-soak";

/** Run as a process until it is told to stop: a creator who never leaves the schedule alone. Prints what was done. */
export interface Edits {
  made: number;
  refused: number;
  /** What went wrong that should not have. */
  failures: string[];
}

const PAUSE_MS = 150;
const AHEAD_MS = 10 * 60_000;
const { userId, channels, itemIds }: SoakStage = JSON.parse(process.argv[2] ?? "{}");
const actor: Actor = { userId, method: "session", scopes: null };
const edits: Edits = { made: 0, refused: 0, failures: [] };
let stopping = false;
process.once("SIGTERM", () => {
  stopping = true;
});

for (let turn = 0; !stopping; turn++) {
  const channel = channels[(turn * 7) % channels.length]!;
  try {
    await edit(channel.id, turn);
    edits.made++;
  } catch (thrown) {
    // Too late, or in the way of another block: what a person is told, too.
    if (thrown instanceof AppError && thrown.code.startsWith("schedule.")) edits.refused++;
    else if (edits.failures.length < 20) edits.failures.push(String(thrown));
  }
  await sleep(PAUSE_MS);
}
process.stdout.write(JSON.stringify(edits));
await closeDb();

async function edit(channelId: string, turn: number): Promise<void> {
  const nowMs = Date.now();
  const window = { from: new Date(nowMs).toISOString(), to: new Date(nowMs + AHEAD_MS).toISOString() };
  const { blocks, gaps, editableFrom } = await getSchedule(actor, { channelId, ...window });
  const openMs = Date.parse(editableFrom ?? "") + 500;
  const ahead = blocks.filter((block) => Date.parse(block.startsAt) >= openMs);
  const itemId = itemIds[turn % itemIds.length]!;
  const kind = turn % 10;
  if (kind === 0) return changeFiller(channelId, turn);
  if (kind < 3 && ahead[0]) return removeBlock(actor, ahead[turn % ahead.length]!.id);
  if (kind < 5 && ahead[0]) return void (await updateBlock(actor, ahead[0].id, { contentItemId: itemId }));
  const running = blocks.find(
    (block) => Date.parse(block.startsAt) < openMs && Date.parse(block.endsAt) > openMs + 1000,
  );
  if (kind === 5 && running) {
    const durationSeconds = (openMs - Date.parse(running.startsAt)) / 1000;
    return void (await updateBlock(actor, running.id, { durationSeconds }));
  }
  const gap = gaps.find((each) => Date.parse(each.to) - Math.max(openMs, Date.parse(each.from)) > 12_000);
  const startMs = gap ? Math.max(openMs, Date.parse(gap.from)) + (turn % 3) * 1_700 : openMs + 300_000;
  await placeBlock(actor, {
    channelId,
    contentItemId: itemId,
    startsAt: new Date(startMs).toISOString(),
    kind: "content",
  });
}

async function changeFiller(channelId: string, turn: number): Promise<void> {
  const filler = turn % 20 === 0 ? {} : { tags: ["filler"] };
  await db.channel.update({ where: { id: channelId, ownerId: userId }, data: { filler } });
}
