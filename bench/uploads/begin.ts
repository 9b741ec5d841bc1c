import type { Actor } from "@/core/actor";
import { hashToken, newToken } from "@/server/api-keys/token";
import { closeDb, db } from "@/server/db";
import { initDirectUpload } from "@/server/uploads/init-direct-upload";
import { initTusUpload } from "@/server/uploads/init-tus-upload";

/** What a client knows once two uploads have begun: their paths on the server, and its token. */
export interface Begun {
  direct: string;
  tus: string;
  authorization: string;
}

/** Run as a process with the settings of the server: begins an upload of each kind and prints where its bytes go. */
const sizeBytes = Number(process.argv[2]);
const user = await db.user.create({ data: { email: `${Date.now()}@example.com`, name: "Bench" } });
const token = newToken("creator");
await db.apiKey.create({
  data: {
    ownerId: user.id,
    name: "bench",
    tokenHash: hashToken(token),
    keyPrefix: token.slice(0, 16),
    scopes: ["content:write"],
  },
});
const actor: Actor = { userId: user.id, method: "session", scopes: null };
const direct = await initDirectUpload(actor, { filename: "direct.mp4", sizeBytes });
const tus = await initTusUpload(actor, { filename: "tus.mp4", sizeBytes });
const pathOf = (address: string) => new URL(address).pathname + new URL(address).search;
const begun: Begun = {
  direct: pathOf(direct.uploadUrl),
  tus: pathOf(tus.uploadUrl),
  authorization: `Bearer ${token}`,
};
process.stdout.write(JSON.stringify(begun));
await closeDb();
