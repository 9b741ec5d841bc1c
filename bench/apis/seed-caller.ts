import { hashToken, newToken } from "@/server/api-keys/token";
import { closeDb, db } from "@/server/db";

/** A creator with a key and a channel, as a client knows them. */
export interface SeededCaller {
  userId: string;
  apiKeyId: string;
  channelId: string;
  token: string;
}

/** Run as a process with the settings of the server. */
const user = await db.user.create({ data: { email: `${Date.now()}@example.com`, name: "Bench" } });
const token = newToken("creator");
const key = await db.apiKey.create({
  data: {
    ownerId: user.id,
    name: "bench",
    tokenHash: hashToken(token),
    keyPrefix: token.slice(0, 16),
    scopes: ["content:write", "channel:read"],
  },
});
const channel = await db.channel.create({ data: { ownerId: user.id, name: "Bench", slug: `bench-${Date.now()}` } });
const caller: SeededCaller = { userId: user.id, apiKeyId: key.id, channelId: channel.id, token };
process.stdout.write(JSON.stringify(caller));
await closeDb();
