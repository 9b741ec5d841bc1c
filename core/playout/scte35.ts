/** SCTE-35 counts time in 90 kHz ticks of 33 bits. */
const TICKS_PER_MS = 90;
const CLOCK_BITS = 33;

/**
 * The splice_insert (ANSI/SCTE 35 §9.7.3) with which a break begins, as a whole splice_info_section.
 * @param blockId names the event; the same block always has the same event id
 * @param atUs media time of the splice, in microseconds since the Unix epoch
 */
export function spliceOut(blockId: string, atUs: number, durationUs: number): Uint8Array {
  return section(spliceInsert(blockId, atUs, durationUs));
}

/** The splice_insert with which a break ends and the programme comes back. */
export function spliceIn(blockId: string, atUs: number): Uint8Array {
  return section(spliceInsert(blockId, atUs, null));
}

/** Bits, most significant first. */
class Bits {
  private readonly bits: number[] = [];

  /** Appends `value` in `width` bits; up to 53 of them. */
  put(value: number, width: number): this {
    for (let bit = width - 1; bit >= 0; bit--) this.bits.push(Math.floor(value / 2 ** bit) % 2);
    return this;
  }

  bytes(): Uint8Array {
    return Uint8Array.from({ length: this.bits.length / 8 }, (_, index) =>
      this.bits.slice(index * 8, index * 8 + 8).reduce((byte, bit) => byte * 2 + bit, 0),
    );
  }
}

function spliceInsert(blockId: string, atUs: number, durationUs: number | null): Uint8Array {
  const bits = new Bits().put(eventIdOf(blockId), 32).put(0, 1).put(0x7f, 7);
  bits.put(durationUs === null ? 0 : 1, 1); // out_of_network_indicator
  bits.put(1, 1); // program_splice_flag: all components
  bits.put(durationUs === null ? 0 : 1, 1); // duration_flag
  bits.put(0, 1).put(0xf, 4); // not immediate
  bits.put(1, 1).put(0x3f, 6).put(ticks(atUs), CLOCK_BITS); // splice_time()
  if (durationUs !== null) bits.put(1, 1).put(0x3f, 6).put(ticks(durationUs), CLOCK_BITS); // returns by itself
  return bits.put(1, 16).put(0, 8).put(0, 8).bytes(); // unique_program_id, avail_num, avails_expected
}

const SPLICE_INSERT = 0x05;
/** Bytes of a section beside its command: from the protocol version to the command's type, descriptors, checksum. */
const AROUND_COMMAND = 17;

function section(command: Uint8Array): Uint8Array {
  const head = new Bits()
    .put(0xfc, 8)
    .put(0, 2) // section_syntax_indicator, private_indicator
    .put(3, 2) // sap_type: not specified
    .put(AROUND_COMMAND + command.length, 12)
    .put(0, 8) // protocol_version
    .put(0, 1 + 6) // not encrypted
    .put(0, CLOCK_BITS) // pts_adjustment
    .put(0, 8) // cw_index
    .put(0xfff, 12) // tier: all
    .put(command.length, 12)
    .put(SPLICE_INSERT, 8)
    .bytes();
  const body = [...head, ...command, 0, 0]; // no descriptors
  return Uint8Array.from([...body, ...new Bits().put(crc32Mpeg2(body), 32).bytes()]);
}

function ticks(us: number): number {
  return Math.round((us / 1000) * TICKS_PER_MS) % 2 ** CLOCK_BITS;
}

/** FNV-1a of the block's id: 32 bits that differ between the breaks of a channel. */
function eventIdOf(blockId: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < blockId.length; index++) value = Math.imul(value ^ blockId.charCodeAt(index), 0x01000193);
  return value >>> 0;
}

/** CRC-32/MPEG-2: polynomial 0x04C11DB7, all ones at the start, nothing reflected or inverted. */
export function crc32Mpeg2(bytes: Iterable<number>): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte << 24;
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x80000000 ? (crc << 1) ^ 0x04c11db7 : crc << 1;
  }
  return crc >>> 0;
}
