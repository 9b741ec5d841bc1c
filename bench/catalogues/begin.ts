import { createApiKey } from "@/server/api-keys/create-api-key";
import { closeDb, db } from "@/server/db";

/** Run as a process with the settings of the server: makes a creator and prints what its programs send. */
const user = await db.user.create({ data: { email: `${Date.now()}@example.com`, name: "Bench" } });
const { key } = await createApiKey(
  { userId: user.id, method: "session", scopes: null },
  { name: "bench", kind: "creator", scopes: ["content:read", "content:write"] },
);
process.stdout.write(JSON.stringify({ authorization: `Bearer ${key.token}` }));
await closeDb();
