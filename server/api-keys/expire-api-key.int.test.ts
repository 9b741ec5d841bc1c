import { expect, test } from "vitest";
import { seedCreator } from "@/prisma/seed/builders";
import { createApiKey } from "./create-api-key";
import { expireApiKey } from "./expire-api-key";
import { listApiKeys } from "./list-api-keys";

test("an expired key is shown as expired at once, and keeps its date when expired again", async () => {
  const creator = await seedCreator();
  const { key } = await createApiKey(creator, { name: "Night job", scopes: ["content:read"], kind: "creator" });
  const now = new Date();
  expect(await expireApiKey(key.id, now)).toEqual({ name: "Night job", expiresAt: now });
  expect((await listApiKeys(creator)).keys).toMatchObject([{ id: key.id, isExpired: true }]);
  expect(await expireApiKey(key.id, new Date(now.getTime() + 1000))).toEqual({ name: "Night job", expiresAt: now });
});

test("an id that names no key is refused", async () => {
  const unknown = "01936f4e-0000-7000-8000-000000000000";
  await expect(expireApiKey(unknown, new Date())).rejects.toMatchObject({ code: "resource.not_found" });
  await expect(expireApiKey("nonsense", new Date())).rejects.toMatchObject({ code: "resource.not_found" });
});
