import { randomUUID } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import type { Actor } from "@/core/actor";
import { searchTitle } from "@/core/content/search-title";
import type { Prisma } from "@/generated/prisma/client";
import { db } from "@/server/db";

/** A creator of its own for every test and every demo. */
export async function seedCreator(
  fields: { email?: string; name?: string; passwordHash?: string; isModerator?: boolean } = {},
): Promise<Actor> {
  const user = await db.user.create({
    data: {
      email: fields.email ?? `${randomUUID()}@example.com`,
      name: fields.name ?? "Ada",
      passwordHash: fields.passwordHash,
      isModerator: fields.isModerator,
    },
  });
  return { userId: user.id, method: "session", scopes: null };
}

export async function seedChannel(owner: Actor, fields: { name?: string; timezone?: string; slug?: string } = {}) {
  return db.channel.create({
    data: { ownerId: owner.userId, name: "Channel One", slug: randomUUID(), ...fields },
  });
}

/** A ready item with an encoding of whole 4 s segments at 30 fps and a shorter last one. No files stand behind it. */
export async function seedReadyContent(
  owner: Actor,
  fields: { title?: string; durationMs?: number; tags?: string[] } = {},
) {
  const durationMs = fields.durationMs ?? 60_000;
  const title = fields.title ?? "Clip";
  const encodingId = uuidv7();
  const item = await db.contentItem.create({
    data: {
      ownerId: owner.userId,
      title,
      searchTitle: searchTitle(title),
      tags: fields.tags ?? [],
      status: "ready",
      filename: "clip.mp4",
      contentType: "video/mp4",
      sizeBytes: 1000,
      durationMs,
      encodingId,
    },
  });
  const ticks = segmentTicks(durationMs, 90_000);
  await db.encoding.create({
    data: {
      id: encodingId,
      contentItemId: item.id,
      durationMs,
      videoTimescale: 90_000,
      videoSegmentTicks: ticks,
      audioTimescale: 48_000,
      audioSegmentTicks: segmentTicks(durationMs, 48_000),
      pictures: {},
      renditions: {
        create: [
          ...(["1080p", "720p", "480p", "360p"] as const).map((name, index) => ({
            name,
            width: [1920, 1280, 854, 640][index],
            height: [1080, 720, 480, 360][index],
            frameRate: "30/1",
            averageBitrate: 1_000_000,
            peakBitrate: 2_000_000,
            codecs: "avc1.640028",
            segmentBytes: ticks.map(() => 500_000),
          })),
          {
            name: "audio",
            averageBitrate: 128_000,
            peakBitrate: 140_000,
            codecs: "mp4a.40.2",
            segmentBytes: ticks.map(() => 64_000),
          },
        ],
      },
    },
  });
  return item;
}

/** An item that can be played and waits for a moderator. */
export async function seedWaiting(owner: Actor, fields: { title?: string; since?: Date } = {}) {
  const { id } = await seedReadyContent(owner, fields);
  const waiting = { status: "pending_moderation", reviewSince: fields.since ?? new Date() } as const;
  return db.contentItem.update({ where: { id }, data: waiting });
}

function segmentTicks(durationMs: number, timescale: number): number[] {
  const total = Math.round((durationMs / 1000) * timescale);
  const whole = 4 * timescale;
  const count = Math.max(1, Math.floor(total / whole));
  return Array.from({ length: count }, (_, index) => (index < count - 1 ? whole : total - whole * (count - 1)));
}

export async function seedBlock(channel: { id: string }, content: { id: string } | null, at: Date, durationMs: number) {
  return db.block.create({
    data: {
      channelId: channel.id,
      contentItemId: content?.id,
      kind: content ? "content" : "ad_break",
      startsAt: at,
      endsAt: new Date(at.getTime() + durationMs),
    },
  });
}

/** An item in any state, without an encoding. */
export async function seedContent(
  owner: Actor,
  fields: Partial<Omit<Prisma.ContentItemUncheckedCreateInput, "ownerId">> = {},
) {
  const title = fields.title ?? "Clip";
  return db.contentItem.create({
    data: {
      ownerId: owner.userId,
      title,
      searchTitle: searchTitle(title),
      filename: "clip.mp4",
      contentType: "video/mp4",
      sizeBytes: 1000,
      ...fields,
    },
  });
}
