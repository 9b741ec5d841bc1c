import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedBlock, seedChannel, seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { db } from "@/server/db";
import { answerOverlap } from "./overlap";

const at = (time: string) => new Date(`2031-05-03T${time}:00.000Z`);

let ada: Actor;
beforeAll(async () => {
  ada = await seedCreator();
});

/** A channel with a block at noon, written around the lock by another. */
async function noonTaken() {
  const channel = await seedChannel(ada);
  const clip = await seedReadyContent(ada);
  const block = await seedBlock(channel, clip, at("12:00"), 60_000);
  return { channel, clip, block };
}

describe("the exclusion constraint has the last word", () => {
  test("a write that nobody checked answers with the block in the way", async () => {
    const { channel, clip, block } = await noonTaken();
    const write = () => answerOverlap([channel.id], () => seedBlock(channel, clip, at("12:00"), 30_000));
    await expect(write()).rejects.toMatchObject({
      code: "schedule.overlap",
      details: { conflictingBlockId: block.id },
    });
  });

  test("inside a transaction and from raw SQL alike", async () => {
    const { channel, clip, block } = await noonTaken();
    const expected = { code: "schedule.overlap", details: { conflictingBlockId: block.id } };
    const slot = { channelId: channel.id, contentItemId: clip.id, startsAt: at("12:00"), endsAt: at("12:30") };
    const inTransaction = () => db.$transaction((tx) => tx.block.createMany({ data: [slot] }));
    const raw = () => db.$executeRaw`
      INSERT INTO block (id, channel_id, starts_at, ends_at, updated_at)
      VALUES (gen_random_uuid(), ${channel.id}::uuid, ${slot.startsAt}, ${slot.endsAt}, now())`;
    await expect(answerOverlap([channel.id], inTransaction)).rejects.toMatchObject(expected);
    await expect(answerOverlap([channel.id], raw)).rejects.toMatchObject(expected);
  });

  test("any other error passes as it is", async () => {
    const thrown = new Error("the disk is full");
    await expect(answerOverlap([], () => Promise.reject(thrown))).rejects.toBe(thrown);
    const { channel } = await noonTaken();
    const backwards = () => seedBlock(channel, null, at("13:00"), -1000);
    await expect(answerOverlap([channel.id], backwards)).rejects.not.toMatchObject({ code: "schedule.overlap" });
  });
});
