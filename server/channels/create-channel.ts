import type { Actor } from "@/core/actor";
import type { Channel, CreateChannel } from "@/core/channels/contract";
import { freeSlug, slugOf } from "@/core/channels/slug";
import { type Channel as ChannelRow, Prisma } from "@/generated/prisma/client";
import { db } from "../db";
import { channelView } from "./channel-view";

/** Two creators may choose one name at one time; each further try sees the slug that the one before lost. */
const TRIES = 10;

/** Makes a draft channel with an address made from its name. Its time zone is the account's unless given. */
export async function createChannel(actor: Actor, input: CreateChannel): Promise<Channel> {
  const timezone = input.timezone ?? (await timezoneOf(actor));
  for (let left = TRIES; ; left--) {
    const slug = await nextSlug(input.name);
    const row = await insert({ ...input, ownerId: actor.userId, timezone, slug }, left > 1);
    if (row) return channelView(row);
  }
}

async function timezoneOf(actor: Actor): Promise<string> {
  return (await db.user.findUniqueOrThrow({ where: { id: actor.userId } })).timezone;
}

async function nextSlug(name: string): Promise<string> {
  const slug = slugOf(name);
  const stem = slug.slice(0, 50);
  const taken = await db.channel.findMany({ where: { slug: { startsWith: stem } }, select: { slug: true } });
  return freeSlug(slug, new Set(taken.map((channel) => channel.slug)));
}

/** Null when somebody took the slug a moment ago and there are tries left. */
async function insert(data: Prisma.ChannelUncheckedCreateInput, mayRetry: boolean): Promise<ChannelRow | null> {
  try {
    return await db.channel.create({ data });
  } catch (thrown) {
    const taken = thrown instanceof Prisma.PrismaClientKnownRequestError && thrown.code === "P2002";
    if (taken && mayRetry) return null;
    throw thrown;
  }
}
