import { seedBlock, seedChannel, seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { hashPassword } from "@/server/auth/password";
import { publishChannel } from "@/server/channels/publish-channel";
import { closeDb } from "@/server/db";
import type { StudioSeed } from "../studios/seed-studio";

/** Run as a process with the settings of the server: channels that show the slate now, and programmes from tonight. */
const CHANNELS = 24;
const HOUR_MS = 3_600_000;

const email = "bench@example.com";
const password = "tv-bench-password";
const creator = await seedCreator({ email, name: "Bench Creator", passwordHash: await hashPassword(password) });
const item = await seedReadyContent(creator, { title: "The evening film", durationMs: HOUR_MS });
const firstMs = Math.ceil(Date.now() / HOUR_MS) * HOUR_MS + 12 * HOUR_MS;
const ids: string[] = [];
for (let at = 0; at < CHANNELS; at++) {
  const channel = await seedChannel(creator, { name: `Channel ${at + 1}` });
  for (let hour = 0; hour < 12; hour++) await seedBlock(channel, item, new Date(firstMs + hour * HOUR_MS), HOUR_MS);
  await publishChannel(creator, channel.id);
  ids.push(channel.id);
}
await closeDb();
const seed: StudioSeed = { email, password, channelId: ids[0] ?? "", contentItemId: item.id };
console.log(JSON.stringify(seed));
