import { cpSync, mkdirSync } from "node:fs";
import path from "node:path";
import { seedBlock, seedChannel, seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { publishChannel } from "@/server/channels/publish-channel";
import { closeDb, db } from "@/server/db";
import { slateTable } from "@/server/playout/slate-table";
import { encodingPrefix } from "@/server/storage/keys";

/** Run as a process: makes so many published channels (first argument) and prints what the soak needs to know of them. */
export interface SoakStage {
  userId: string;
  channels: { id: string; slug: string }[];
  itemIds: string[];
}

const ITEMS = 8;
const BLOCKS = 20;
const SLATE_MS = 32_000;
const count = Number(process.argv[2]);
const folder = path.resolve(process.env.LINEUP_DIR ?? "");

const owner = await seedCreator();
const items = [];
for (let index = 0; index < ITEMS; index++) items.push(await playableItem(index));
const channels = [];
for (let index = 0; index < count; index++) {
  const channel = await seedChannel(owner, { name: `Soak ${index}`, slug: `soak-${index}` });
  if (index % 2 === 0) await db.channel.update({ where: { id: channel.id }, data: { filler: { tags: ["filler"] } } });
  let at = Date.now() - 40_000 + index * 700;
  for (let block = 0; block < BLOCKS; block++) {
    const item = items[(index + block) % items.length]!;
    const lengthMs = item.durationMs! - (block % 3) * 2_300;
    await seedBlock(channel, item, new Date(at), lengthMs);
    at += lengthMs + (block % 4) * 3_100; // touching, a short gap, a longer one
  }
  await publishChannel(owner, channel.id);
  channels.push({ id: channel.id, slug: channel.slug });
}
const stage: SoakStage = { userId: owner.userId, channels, itemIds: items.map((item) => item.id) };
process.stdout.write(JSON.stringify(stage));
await closeDb();

/** An item whose files are those of the slate, whole or its first segments: real media, without an encode. */
async function playableItem(index: number) {
  const slate = slateTable();
  const segments = 3 + (index % 6);
  const title = `Item ${index}`;
  const tags = index < 3 ? ["filler"] : [];
  const durationMs = Math.round((SLATE_MS * segments) / slate.video.ticks.length);
  const item = await seedReadyContent(owner, { title, tags, durationMs });
  await db.encoding.update({
    where: { id: item.encodingId! },
    data: {
      videoTimescale: slate.video.timescale,
      videoSegmentTicks: slate.video.ticks.slice(0, segments),
      audioTimescale: slate.audio.timescale,
      audioSegmentTicks: slate.audio.ticks.slice(0, segments),
    },
  });
  const target = path.join(folder, "media", encodingPrefix(item.id, item.encodingId!));
  mkdirSync(target, { recursive: true });
  for (const name of [...slate.rungs, "audio"])
    cpSync(path.join("public/slate", name), path.join(target, name), { recursive: true });
  return item;
}
