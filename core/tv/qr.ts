import { codewords, versionFor } from "./qr-blocks";
import { drawFormat, frameOf, type QrFrame } from "./qr-frame";
import { penaltyOf } from "./qr-penalty";

/** What the largest code holds that is made here. */
export const QR_MOST_CHARACTERS = 213;

/** True for a dark module, row by row. */
export type QrModules = boolean[][];

const MASKS: readonly ((row: number, column: number) => boolean)[] = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (_, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
];

/**
 * The QR code (ISO/IEC 18004) of an address, in bytes, at error correction level M, without the quiet zone of four
 * modules that belongs around it. Only ASCII, up to 213 characters.
 * @throws RangeError for anything else
 */
export function qrCode(text: string): QrModules {
  const bytes = Array.from(text, (letter) => letter.charCodeAt(0));
  if (bytes.some((byte) => byte > 0x7f)) throw new RangeError("only ASCII fits into the QR codes that are made here");
  const version = versionFor(bytes.length);
  const frame = frameOf(version);
  const words = codewords(bytes, version);
  let best: QrModules = [];
  let least = Number.POSITIVE_INFINITY;
  for (let mask = 0; mask < MASKS.length; mask++) {
    const modules = filled(frame, words, mask);
    const penalty = penaltyOf(modules);
    if (penalty < least) {
      least = penalty;
      best = modules;
    }
  }
  return best;
}

/** Lays the data into the free modules, two columns at a time from the right, up and down in turn, under a mask (§7.7.3). */
function filled(frame: QrFrame, words: readonly number[], mask: number): QrModules {
  const size = frame.length;
  const draft = frame.map((row) => [...row]);
  const isMasked = MASKS[mask] ?? (() => false);
  let bit = 0;
  let isUpward = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5; // the column of the timing pattern
    for (let step = 0; step < size; step++) {
      const row = isUpward ? size - 1 - step : step;
      for (const column of [right, right - 1]) {
        const line = draft[row];
        if (!line || line[column] !== null) continue;
        const word = words[bit >> 3] ?? 0;
        const dark = ((word >> (7 - (bit & 7))) & 1) === 1;
        line[column] = dark !== isMasked(row, column);
        bit++;
      }
    }
    isUpward = !isUpward;
  }
  drawFormat(draft, mask);
  return draft.map((row) => row.map((dark) => dark === true));
}
