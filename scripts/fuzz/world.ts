import type { Actor } from "@/core/actor";
import { SCOPES } from "@/core/api-keys/scopes";
import { seedBlock, seedChannel, seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { createApiKey } from "@/server/api-keys/create-api-key";
import { db } from "@/server/db";
import { sessionCookie } from "../testing/call-route";
import type { World } from "./own-id";

const HOUR_MS = 3_600_000;

/** A creator with one of everything, so that requests reach what lies behind the checks of their form. */
export async function makeWorld(now: Date): Promise<World> {
  const creator = await seedCreator();
  const [channel, second] = [await seedChannel(creator), await seedReadyContent(creator, { durationMs: 1_800_000 })];
  const content = await seedReadyContent(creator, { title: "Zug %_ nach Übersee", tags: ["fuzz"] });
  const block = await seedBlock(channel, content, new Date(now.getTime() + 6 * HOUR_MS), 60_000);
  const owned = { ownerId: creator.userId };
  const group = await db.contentGroup.create({ data: { ...owned, name: "Group", kind: "static" } });
  const job = await db.job.create({
    data: { ...owned, kind: "fill", status: "done", input: {}, result: { placed: 0 } },
  });
  const caption = await db.caption.create({
    data: {
      ...{ contentItemId: content.id, language: "en", label: "English" },
      ...{ kind: "subtitles", source: "uploaded", storageKey: "captions/fuzz.vtt" },
    },
  });
  const entries = [{ weekday: 1, localTime: "20:00", durationSeconds: 60, kind: "ad_break" }];
  const template = await db.scheduleTemplate.create({ data: { channelId: channel.id, name: "Week", entries } });
  const narrow = await keyOf(creator, ["analytics:read"]);
  return {
    key: (await keyOf(creator, [...SCOPES])).token,
    scopelessKey: narrow.token,
    importKey: (await createApiKey(creator, { name: "Import", kind: "import" })).key.token,
    cookie: await sessionCookie(creator),
    ids: {
      ...{ channel: channel.id, content: content.id, second: second.id, block: block.id, group: group.id },
      ...{ job: job.id, caption: caption.id, template: template.id, key: narrow.id },
    },
    uses: 0,
  };
}

async function keyOf(creator: Actor, scopes: (typeof SCOPES)[number][]) {
  return (await createApiKey(creator, { name: "Fuzz", kind: "creator", scopes })).key;
}
