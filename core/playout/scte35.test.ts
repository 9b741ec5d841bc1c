// The package's entry does not load; the module behind it does.
import { type ISpliceInsertEvent, SCTE35 } from "scte35/build/lib/scte35";
import { expect, test } from "vitest";
import { crc32Mpeg2, spliceIn, spliceOut } from "./scte35";

const BLOCK = "0198c0de-0000-7000-8000-000000000001";
const AT_US = Date.UTC(2026, 10, 21, 20) * 1000 + 123_456;
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
const ticksOf = (us: number) => Math.round(us * 0.09) % 2 ** 33;

/**
 * The command as the independent parser reads it. Version 0.2.4 looks for splice_time at its place in the command,
 * but counted from the start of the section: it is copied there, over the PTS adjustment and what follows.
 */
function insertOf(section: Uint8Array): ISpliceInsertEvent {
  const readable = Uint8Array.from(section);
  readable.set(section.subarray(20, 25), 6);
  return SCTE35.parseFromHex(hex(readable)).spliceCommand as ISpliceInsertEvent;
}

test("18: a break begins with a splice_insert that says when and how long", () => {
  const section = spliceOut(BLOCK, AT_US, 30_500_000);
  expect(insertOf(section)).toMatchObject({
    spliceEventCancelIndicator: false,
    outOfNetworkIndicator: true,
    programSpliceFlag: true,
    durationFlag: true,
    spliceImmediateFlag: false,
    spliceTime: { specified: true, pts: ticksOf(AT_US) },
    breakDuration: { autoReturn: true, duration: 2_745_000 },
    uniqueProgramId: 1,
  });
});

test("18: it ends with one that returns, of the same event", () => {
  const out = insertOf(spliceOut(BLOCK, AT_US, 30_500_000));
  const back = insertOf(spliceIn(BLOCK, AT_US + 30_500_000));
  expect(back).toMatchObject({
    spliceEventId: out.spliceEventId,
    outOfNetworkIndicator: false,
    durationFlag: false,
    spliceTime: { specified: true, pts: ticksOf(AT_US + 30_500_000) },
  });
  expect(insertOf(spliceIn("another block", AT_US)).spliceEventId).not.toBe(out.spliceEventId);
});

test("18: the section around it is whole: table, lengths, tier and checksum", () => {
  for (const section of [spliceOut(BLOCK, AT_US, 60_000_000), spliceIn(BLOCK, AT_US)]) {
    const [, , length] = section;
    expect(section[0]).toBe(0xfc);
    expect(length).toBe(section.length - 3);
    expect(hex(section.subarray(10, 12))).toMatch(/^fff/);
    expect(section[12]).toBe(section.length - 14 - 2 - 4); // splice_command_length
    expect(section[13]).toBe(5);
    expect(crc32Mpeg2(section)).toBe(0); // as for any section with its checksum
  }
});

test("the checksum is CRC-32/MPEG-2: its check value, and a message off the air", () => {
  expect(crc32Mpeg2(Buffer.from("123456789"))).toBe(0x0376e6e7);
  const message =
    "fc302f000000000000fffff014054800008f7feffe7369c02efe0052ccf500000000000a0008435545490000013562dba30a";
  expect(crc32Mpeg2(Buffer.from(message, "hex"))).toBe(0);
});

test("the clock of 33 bits goes round", () => {
  const roundUs = Math.ceil((2 ** 33 / 90) * 1000);
  expect(insertOf(spliceIn(BLOCK, roundUs + 1_000_000)).spliceTime!.pts).toBeLessThanOrEqual(90_000 + 90);
});
