/** A version of the code and how error correction level M divides it (ISO/IEC 18004, tables 9 and E.1). */
export interface QrVersion {
  version: number;
  /** Codewords of error correction in each block. */
  checkLength: number;
  /** Codewords of data in each block. */
  blocks: readonly number[];
  /** Rows and columns on which alignment patterns lie. */
  alignment: readonly number[];
}

export const QR_VERSIONS: readonly QrVersion[] = [
  { version: 1, checkLength: 10, blocks: [16], alignment: [] },
  { version: 2, checkLength: 16, blocks: [28], alignment: [6, 18] },
  { version: 3, checkLength: 26, blocks: [44], alignment: [6, 22] },
  { version: 4, checkLength: 18, blocks: [32, 32], alignment: [6, 26] },
  { version: 5, checkLength: 24, blocks: [43, 43], alignment: [6, 30] },
  { version: 6, checkLength: 16, blocks: [27, 27, 27, 27], alignment: [6, 34] },
  { version: 7, checkLength: 18, blocks: [31, 31, 31, 31], alignment: [6, 22, 38] },
  { version: 8, checkLength: 22, blocks: [38, 38, 39, 39], alignment: [6, 24, 42] },
  { version: 9, checkLength: 22, blocks: [36, 36, 36, 37, 37], alignment: [6, 26, 46] },
  { version: 10, checkLength: 26, blocks: [43, 43, 43, 43, 44], alignment: [6, 28, 50] },
];

const EXP: number[] = [];
const LOG: number[] = [];
for (let power = 0, value = 1; power < 255; power++) {
  EXP[power] = value;
  LOG[value] = power;
  value = value & 0x80 ? (value << 1) ^ 0x11d : value << 1;
}

function times(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : (EXP[((LOG[a] ?? 0) + (LOG[b] ?? 0)) % 255] ?? 0);
}

/** The Reed–Solomon codewords of a block: what is left when its polynomial is divided by (x − 2⁰)(x − 2¹)… */
export function checkWords(block: readonly number[], length: number): number[] {
  let generator = [1];
  for (let power = 0; power < length; power++) {
    const next = [...generator, 0];
    for (let at = 0; at < generator.length; at++) {
      next[at + 1] = (next[at + 1] ?? 0) ^ times(generator[at] ?? 0, EXP[power] ?? 0);
    }
    generator = next;
  }
  const rest = [...block, ...generator.slice(1).map(() => 0)];
  for (let at = 0; at < block.length; at++) {
    const lead = rest[at] ?? 0;
    for (let offset = 0; offset < generator.length; offset++) {
      rest[at + offset] = (rest[at + offset] ?? 0) ^ times(generator[offset] ?? 0, lead);
    }
  }
  return rest.slice(block.length);
}

/** The smallest version that holds so many bytes. @throws RangeError beyond 213 */
export function versionFor(byteCount: number): QrVersion {
  const found = QR_VERSIONS.find(({ version, blocks }) => {
    const capacity = blocks.reduce((sum, length) => sum + length, 0);
    return byteCount + (version < 10 ? 2 : 3) <= capacity;
  });
  if (!found) throw new RangeError(`${byteCount} bytes are too many for the QR codes that are made here`);
  return found;
}

/** All codewords of a code, data and correction, in the order in which they are drawn. */
export function codewords(bytes: readonly number[], { version, checkLength, blocks }: QrVersion): number[] {
  const bits: number[] = [];
  const push = (value: number, length: number) => {
    for (let bit = length - 1; bit >= 0; bit--) bits.push((value >> bit) & 1);
  };
  push(0b0100, 4); // bytes
  push(bytes.length, version < 10 ? 8 : 16);
  for (const byte of bytes) push(byte, 8);
  const capacity = blocks.reduce((sum, length) => sum + length, 0);
  push(0, Math.min(4, capacity * 8 - bits.length));
  while (bits.length % 8 !== 0) bits.push(0);
  const words: number[] = [];
  for (let at = 0; at < bits.length; at += 8) {
    words.push(bits.slice(at, at + 8).reduce((word, bit) => word * 2 + bit, 0));
  }
  for (let pad = 0xec; words.length < capacity; pad ^= 0xec ^ 0x11) words.push(pad);

  let from = 0;
  const cut = blocks.map((length) => {
    from += length;
    return words.slice(from - length, from);
  });
  return [...interleaved(cut), ...interleaved(cut.map((block) => checkWords(block, checkLength)))];
}

function interleaved(blocks: readonly number[][]): number[] {
  const longest = Math.max(...blocks.map((block) => block.length));
  const woven: number[] = [];
  for (let at = 0; at < longest; at++) {
    for (const block of blocks) {
      const word = block[at];
      if (word !== undefined) woven.push(word);
    }
  }
  return woven;
}
