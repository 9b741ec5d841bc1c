/**
 * HyperLogLog (Flajolet et al., 2007) with linear counting for small sets: how many different sessions came, in at most
 * 2 kB, whatever their number. 4,096 registers give a standard error of 1.04/√4096 = 1.6 %.
 */
const BITS = 12;
const REGISTERS = 1 << BITS;
/** Four bits a register: enough up to some 50 million sessions in one sketch. */
const HIGHEST = 15;
const ALPHA = 0.7213 / (1 + 1.079 / REGISTERS);
const DENSE_BYTES = REGISTERS / 2;
/** A register that is set, in the sparse form: 12 bits of index and 4 of value. */
const SPARSE_BYTES = 2;

/** One value per register. */
export type Sketch = Uint8Array;

export function emptySketch(): Sketch {
  return new Uint8Array(REGISTERS);
}

/** Counts a session in; again makes no difference. */
export function addSession(sketch: Sketch, sessionId: string): void {
  const [low, high] = hash(sessionId);
  const register = low & (REGISTERS - 1);
  const rank = Math.min(HIGHEST, Math.clz32(high) + 1);
  if (rank > sketch[register]!) sketch[register] = rank;
}

/** Makes `into` the union of both. */
export function mergeSketch(into: Sketch, other: Sketch): void {
  for (let register = 0; register < REGISTERS; register++) {
    if (other[register]! > into[register]!) into[register] = other[register]!;
  }
}

/** How many different sessions were counted in, about. */
export function countSessions(sketch: Sketch): number {
  let sum = 0;
  let empty = 0;
  for (const rank of sketch) {
    sum += 2 ** -rank;
    if (rank === 0) empty++;
  }
  const estimate = (ALPHA * REGISTERS * REGISTERS) / sum;
  if (estimate <= 2.5 * REGISTERS && empty > 0) return Math.round(REGISTERS * Math.log(REGISTERS / empty));
  return Math.round(estimate);
}

/** As it is stored: the registers that are set while those are few, else all of them. */
export function packSketch(sketch: Sketch): Uint8Array {
  const set: number[] = [];
  for (let register = 0; register < REGISTERS; register++) if (sketch[register]! > 0) set.push(register);
  if (set.length * SPARSE_BYTES < DENSE_BYTES) {
    const sparse = new Uint8Array(set.length * SPARSE_BYTES);
    set.forEach((register, index) => {
      const word = (register << 4) | sketch[register]!;
      sparse[2 * index] = word >> 8;
      sparse[2 * index + 1] = word & 0xff;
    });
    return sparse;
  }
  return Uint8Array.from({ length: DENSE_BYTES }, (_, pair) => (sketch[2 * pair]! << 4) | sketch[2 * pair + 1]!);
}

/** Merges a sketch as it was stored into another. */
export function mergePacked(into: Sketch, packed: Uint8Array): void {
  const raise = (register: number, rank: number) => {
    if (rank > into[register]!) into[register] = rank;
  };
  if (packed.length < DENSE_BYTES) {
    for (let at = 0; at + 1 < packed.length; at += SPARSE_BYTES) {
      const word = (packed[at]! << 8) | packed[at + 1]!;
      raise(word >> 4, word & HIGHEST);
    }
    return;
  }
  for (let pair = 0; pair < DENSE_BYTES; pair++) {
    raise(2 * pair, packed[pair]! >> 4);
    raise(2 * pair + 1, packed[pair]! & HIGHEST);
  }
}

/** Two well-mixed words of a text (FNV-1a with two offsets, finished as MurmurHash3 is). Stored sketches depend on it. */
function hash(text: string): [number, number] {
  let low = 0x811c9dc5;
  let high = 0x27d4eb2f;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x5bd1e995);
    high ^= high >>> 15;
  }
  return [mixed(low), mixed(high ^ Math.imul(low, 0x9e3779b1))];
}

function mixed(word: number): number {
  let mixed = word ^ (word >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
