import { seedChannel, seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { hashPassword } from "@/server/auth/password";
import { closeDb, db } from "@/server/db";
import { insertBlocks, type NewBlock } from "@/server/schedule/insert-blocks";
import type { StudioSeed } from "../studios/seed-studio";

/** Run as a process with the settings of the server: a creator with eleven channels of which a day holds 2,000 blocks. */
const CHANNELS = 11;
const BLOCKS_EACH = 182;
const MINUTE_MS = 60_000;

const email = "bench@example.com";
const password = "guide-bench-password";
const creator = await seedCreator({ email, name: "Bench Creator", passwordHash: await hashPassword(password) });
const item = await seedReadyContent(creator, { title: "The evening film", durationMs: 60 * MINUTE_MS });
const dayStart = (Math.floor(Date.now() / 86_400_000) + 3) * 86_400_000;
const channels: string[] = [];
for (let at = 0; at < CHANNELS; at++) {
  const channel = await seedChannel(creator, { name: `Channel ${at + 1}`, timezone: "UTC" });
  channels.push(channel.id);
  // Seven minutes of every eight are taken, from midnight to midnight.
  const blocks = Array.from({ length: BLOCKS_EACH }, (_, index): NewBlock => {
    const startMs = dayStart + index * 7.9 * MINUTE_MS;
    const times = { startsAt: new Date(startMs), endsAt: new Date(startMs + 7 * MINUTE_MS) };
    return { contentItemId: item.id, kind: "content", offsetMs: 0, ...times };
  });
  await db.$transaction((tx) => insertBlocks(tx, channel.id, blocks));
}
await closeDb();
const seed: StudioSeed = { email, password, channelId: channels[0] ?? "", contentItemId: item.id };
console.log(JSON.stringify(seed));
