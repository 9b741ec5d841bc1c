import type { Actor } from "@/core/actor";
import type { LeftOut } from "@/core/schedule/contract";
import type { Stretch } from "@/core/schedule/gaps";
import { instantOfWallClock } from "@/core/schedule/grid-day";
import { layOut } from "@/core/schedule/lay-out";
import { leftOut } from "@/core/schedule/left-out";
import { type Policy, settle } from "@/core/schedule/settle";
import type { AppliedTemplate, ApplyTemplate, TemplateEntry } from "@/core/schedule/template";
import { entriesInWeeks, mondayOf, type WeekEntry } from "@/core/schedule/template-week";
import type { Tx } from "../db";
import { editSchedule } from "../schedule/edit-schedule";
import type { OpenChannel } from "../schedule/edit-schedules";
import { insertBlocks, type NewBlock } from "../schedule/insert-blocks";
import { blocksOf, planFill } from "../schedule/plan-fill";
import { conflict, standingBlocks } from "../schedule/standing-blocks";
import { type EntryContent, entryContent, notPlaceable } from "./entry-content";
import { ownTemplate, type TemplateName } from "./own-template";
import { entriesOf } from "./template-view";

/**
 * Lays a template on weeks of the guide, at the times that the clocks of the channel's zone show. Whatever finds no
 * place is named; with `refuse`, anything in the way refuses everything.
 * @throws resource.not_found, schedule.changed, schedule.overlap with every block in the way
 */
export async function applyTemplate(
  actor: Actor,
  name: TemplateName,
  input: ApplyTemplate,
  ifMatch: string | null = null,
): Promise<AppliedTemplate> {
  return editSchedule({ actor, channelId: name.id, ifMatch }, async (tx, open) => {
    const entries = entriesOf(await ownTemplate(actor, name, tx));
    const wanted = entriesInWeeks(entries, mondayOf(input.weekOf), input.weeks);
    const content = await entryContent(tx, actor, entries);
    const fixed = await placeFixed(tx, open, input.onConflict, laidOut(wanted, content, open.channel.timezone));
    const filled = await fillRules(tx, actor, open, {
      policy: input.onConflict,
      entries: wanted,
      kept: fixed.blockIds,
    });
    const blockIds = [...fixed.blockIds, ...filled.blockIds];
    const removed = fixed.removed + filled.removed;
    const result = { placed: blockIds.length, removed, blockIds, leftOut: fixed.leftOut };
    return { result, changed: blockIds.length > 0 || removed > 0 };
  });
}

type Wanted = Stretch & { of: TemplateEntry; title: string };

interface LaidOut {
  wanted: Wanted[];
  leftOut: LeftOut[];
}

/** Programmes and breaks at their instants, without those that the clocks or their content leave out. */
function laidOut(entries: WeekEntry<TemplateEntry>[], content: EntryContent, timeZone: string): LaidOut {
  const titleOf = (entry: TemplateEntry) => content.get(entry.contentItemId ?? "")?.title ?? "Ad break";
  const { laid, notLaid } = layOut(
    entries.filter(({ of }) => of.kind !== "fill"),
    timeZone,
  );
  const wanted: Wanted[] = [];
  const left = notLaid.map(({ entry, atMs, reason }): Left => ({ of: entry.of, atMs, reason }));
  for (const { entry, fromMs, toMs } of laid) {
    const reason = notPlaceable(content, entry.of, { fromMs, toMs });
    if (reason) left.push({ of: entry.of, atMs: fromMs, reason });
    else wanted.push({ of: entry.of, title: titleOf(entry.of), fromMs, toMs });
  }
  return { wanted, leftOut: left.map((one) => named(one, titleOf(one.of))) };
}

type Left = { of: TemplateEntry; atMs: number; reason: LeftOut["reason"] };

function named({ of, atMs, reason }: Left, title: string): LeftOut {
  return leftOut({ title, contentItemId: of.contentItemId ?? null, atMs, reason });
}

async function placeFixed(tx: Tx, open: OpenChannel, policy: Policy, { wanted, leftOut: before }: LaidOut) {
  const [first, last] = [wanted[0], wanted.at(-1)];
  if (!first || !last) return { blockIds: [], removed: 0, leftOut: before };
  const standing = await standingBlocks(tx, open.channel.id, { fromMs: first.fromMs, toMs: last.toMs });
  const settled = settle(wanted, standing, policy, open.editableFrom?.getTime() ?? null);
  if (policy === "refuse" && settled.conflicts.length > 0) throw conflict(settled.conflicts);
  await remove(
    tx,
    settled.remove.map(({ id }) => id),
  );
  const blockIds = await insertBlocks(tx, open.channel.id, settled.place.map(newBlock));
  const without = settled.leftOut.map(({ wanted: { of, title, fromMs }, reason }) =>
    named({ of, atMs: fromMs, reason }, title),
  );
  const all = [...before, ...without].sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
  return { blockIds, removed: settled.remove.length, leftOut: all };
}

function newBlock({ of, fromMs, toMs }: Wanted): NewBlock {
  return {
    contentItemId: of.contentItemId ?? null,
    kind: of.kind === "fill" ? "content" : of.kind,
    offsetMs: Math.round((of.offsetSeconds ?? 0) * 1000),
    startsAt: new Date(fromMs),
    endsAt: new Date(toMs),
  };
}

/**
 * Fills the stretches that a rule fills, from what the clock shows at their beginning to what it shows at their end:
 * a night that is an hour longer is filled an hour longer. With `replace` they are cleared first.
 */
async function fillRules(
  tx: Tx,
  actor: Actor,
  open: OpenChannel,
  { policy, entries, kept }: { policy: Policy; entries: readonly WeekEntry<TemplateEntry>[]; kept: readonly string[] },
) {
  const { channel, editableFrom } = open;
  const blockIds: string[] = [];
  let removed = 0;
  for (const { of, wallMs, durationMs } of entries) {
    if (!of.fill) continue;
    const fromMs = instantOfWallClock(wallMs, channel.timezone);
    const stretch = { fromMs, toMs: instantOfWallClock(wallMs + durationMs, channel.timezone) };
    if (stretch.fromMs >= stretch.toMs) continue;
    const own = new Set([...kept, ...blockIds]);
    const standing = await standingBlocks(tx, channel.id, stretch);
    const inside = standing.filter((block) => block.fromMs >= stretch.fromMs && !own.has(block.id));
    if (policy === "replace") {
      const gone = inside.filter((block) => !editableFrom || block.fromMs >= editableFrom.getTime());
      await remove(
        tx,
        gone.map(({ id }) => id),
      );
      removed += gone.length;
    }
    const { placed } = await planFill(tx, actor, open, { stretch, rule: of.fill });
    blockIds.push(...(await insertBlocks(tx, channel.id, blocksOf(placed))));
  }
  return { blockIds, removed };
}

async function remove(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.$executeRaw`DELETE FROM block WHERE id = ANY(${[...ids]}::uuid[])`;
}
