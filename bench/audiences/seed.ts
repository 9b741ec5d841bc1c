import { seedChannel, seedCreator } from "@/prisma/seed/builders";
import { createApiKey } from "@/server/api-keys/create-api-key";
import { closeDb } from "@/server/db";

/** Run as a process: a creator with one channel, and a key that may read the audience. */
export interface SeededAudience {
  ownerId: string;
  channelId: string;
  token: string;
}

const owner = await seedCreator();
const { id } = await seedChannel(owner);
const { key } = await createApiKey(owner, { name: "Bench", kind: "creator", scopes: ["analytics:read"] });
const seeded: SeededAudience = { ownerId: owner.userId, channelId: id, token: key.token };
process.stdout.write(JSON.stringify(seeded));
await closeDb();
