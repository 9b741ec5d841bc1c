import type { QrVersion } from "./qr-blocks";

/** The modules of a code while it is drawn: null where data goes. */
export type QrFrame = (boolean | null)[][];

/** Everything of a code that does not depend on its data, with room kept for the words of format and version. */
export function frameOf({ version, alignment }: QrVersion): QrFrame {
  const size = 17 + 4 * version;
  const frame: QrFrame = Array.from({ length: size }, () => Array.from({ length: size }, () => null));
  for (const [row, column] of [
    [0, 0],
    [0, size - 7],
    [size - 7, 0],
  ] as const)
    drawFinder(frame, row, column);
  for (let at = 8; at < size - 8; at++) {
    set(frame, 6, at, at % 2 === 0);
    set(frame, at, 6, at % 2 === 0);
  }
  const last = alignment[alignment.length - 1];
  for (const row of alignment)
    for (const column of alignment) {
      const isCorner = (row === 6 && (column === 6 || column === last)) || (row === last && column === 6);
      if (!isCorner) drawAlignment(frame, row, column);
    }
  drawFormat(frame, 0);
  if (version >= 7) drawVersion(frame, version);
  return frame;
}

function set(frame: QrFrame, row: number, column: number, dark: boolean): void {
  const line = frame[row];
  if (line && column >= 0 && column < line.length) line[column] = dark;
}

/** A finder pattern with the light separator around it. */
function drawFinder(frame: QrFrame, top: number, left: number): void {
  for (let row = -1; row <= 7; row++)
    for (let column = -1; column <= 7; column++) {
      const ring = Math.max(Math.abs(row - 3), Math.abs(column - 3));
      set(frame, top + row, left + column, ring !== 2 && ring !== 4);
    }
}

function drawAlignment(frame: QrFrame, middleRow: number, middleColumn: number): void {
  for (let row = -2; row <= 2; row++)
    for (let column = -2; column <= 2; column++) {
      set(frame, middleRow + row, middleColumn + column, Math.max(Math.abs(row), Math.abs(column)) !== 1);
    }
}

/** The remainder of a word in the binary code of a generator, appended to it. */
function protectedWord(word: number, generator: number, checkBits: number): number {
  let rest = word << checkBits;
  for (let bit = 31 - checkBits; bit >= 0; bit--) if ((rest >> (bit + checkBits)) & 1) rest ^= generator << bit;
  return (word << checkBits) | rest;
}

/** Level M and the mask, twice (§7.9); and the dark module. */
export function drawFormat(frame: QrFrame, mask: number): void {
  const size = frame.length;
  const word = protectedWord(mask, 0x537, 10) ^ 0x5412; // level M is 00
  for (let bit = 0; bit < 15; bit++) {
    const dark = ((word >> bit) & 1) === 1;
    const along = bit < 6 ? bit : bit < 8 ? bit + 1 : size - 15 + bit;
    set(frame, along, 8, dark);
    const across = bit < 8 ? size - 1 - bit : bit === 8 ? 7 : 14 - bit;
    set(frame, 8, across, dark);
  }
  set(frame, size - 8, 8, true);
}

/** The version, twice (§7.10). */
function drawVersion(frame: QrFrame, version: number): void {
  const size = frame.length;
  const word = protectedWord(version, 0x1f25, 12);
  for (let bit = 0; bit < 18; bit++) {
    const dark = ((word >> bit) & 1) === 1;
    const [a, b] = [Math.floor(bit / 3), size - 11 + (bit % 3)];
    set(frame, a, b, dark);
    set(frame, b, a, dark);
  }
}
