/** Commands of a splice_info_section (SCTE 35, table 7). */
const COMMANDS = [0x00, 0x04, 0x05, 0x06, 0x07, 0xff];
/** Bytes before the command, and the CRC at the end. */
const SHORTEST = 15 + 2 + 4;

/**
 * What is wrong with a splice_info_section written in hexadecimal (SCTE 35 §9.6): its table, lengths, command or
 * checksum. Null when it can be read.
 */
export function spliceProblem(hexadecimal: string): string | null {
  const digits = hexadecimal.slice(2);
  if (digits.length % 2 === 1) return "an odd number of digits";
  const bytes = Uint8Array.from({ length: digits.length / 2 }, (_, at) =>
    Number.parseInt(digits.slice(at * 2, at * 2 + 2), 16),
  );
  if (bytes[0] !== 0xfc) return `the table is 0x${(bytes[0] ?? 0).toString(16)} instead of 0xfc`;
  if (bytes.length < SHORTEST) return `${bytes.length} bytes are too few`;
  const length = (((bytes[1] as number) & 0x0f) << 8) | (bytes[2] as number);
  if (length !== bytes.length - 3) return `the section says ${length} bytes and has ${bytes.length - 3}`;
  const command = bytes[13] as number;
  if (!COMMANDS.includes(command)) return `there is no command 0x${command.toString(16)}`;
  return crc32(bytes) === 0 ? null : "the checksum is wrong";
}

/** CRC-32/MPEG-2; zero over a whole section that carries its own. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte << 24;
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x80000000 ? (crc << 1) ^ 0x04c11db7 : crc << 1;
  }
  return crc >>> 0;
}
