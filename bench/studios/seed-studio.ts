import { searchTitle } from "@/core/content/search-title";
import { seedBlock, seedChannel, seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { hashPassword } from "@/server/auth/password";
import { closeDb, db } from "@/server/db";

/** What the bench needs to find its way. */
export interface StudioSeed {
  email: string;
  password: string;
  channelId: string;
  contentItemId: string;
}

/** Run as a process with the settings of the server: a creator with a library of ten thousand items and a full guide. */
const ITEMS = 10_000;
const AT_ONCE = 1_000;
const WORDS = ["Harbour", "Night", "Signal", "River", "Market", "Winter", "Letters", "North", "Garden", "Engine"];
const MINUTE_MS = 60_000;

const email = "bench@example.com";
const password = "studio-bench-password";
const creator = await seedCreator({ email, name: "Bench Creator", passwordHash: await hashPassword(password) });
const now = Date.now();
for (let at = 0; at < ITEMS; at += AT_ONCE) {
  await db.contentItem.createMany({
    data: Array.from({ length: AT_ONCE }, (_, offset) => {
      const index = at + offset;
      const title = `${WORDS[index % 10]} ${WORDS[Math.floor(index / 10) % 10]} ${index}`;
      const isReady = index % 50 !== 0;
      return {
        ownerId: creator.userId,
        title,
        searchTitle: searchTitle(title),
        description: "",
        tags: [WORDS[index % 7] ?? "", "bench"],
        status: isReady ? ("ready" as const) : ("failed" as const),
        errorMessage: isReady ? null : "The file ends in the middle. Export it again and replace it.",
        filename: `${title.toLowerCase().replaceAll(" ", "-")}.mp4`,
        contentType: "video/mp4",
        sizeBytes: 700_000_000,
        durationMs: 20 * MINUTE_MS + (index % 90) * MINUTE_MS,
        views: (index * 7919) % 5000,
        createdAt: new Date(now - index * 3 * MINUTE_MS),
      };
    }),
  });
}
const item = await seedReadyContent(creator, { title: "The evening film", durationMs: 90 * MINUTE_MS, tags: ["film"] });
const channels = [];
for (const name of ["Harbour TV", "Night Signal", "Garden"]) {
  channels.push(await seedChannel(creator, { name, timezone: "Europe/Berlin" }));
}
const dayStart = Math.floor(now / 86_400_000) * 86_400_000;
for (const channel of channels) {
  for (let at = 0; at < 48; at++)
    await seedBlock(channel, item, new Date(dayStart + at * 30 * MINUTE_MS), 30 * MINUTE_MS);
}
await closeDb();
const seed: StudioSeed = { email, password, channelId: channels[0]?.id ?? "", contentItemId: item.id };
console.log(JSON.stringify(seed));
