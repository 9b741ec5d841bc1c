import { randomFillSync } from "node:crypto";

/** Crockford's base 32, the alphabet of a ULID. */
const DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/** All triples of digits, so that a count is written by two look-ups. */
const TRIPLES = Array.from({ length: 32 ** 3 }, (_, value) => digits(value, 3));
/** Random bytes are drawn a thousand at a time: one draw costs more than the rest of a request. */
const drawn = new Uint8Array(1024);
let used = drawn.length;

let lastMs = 0;
/** Time and the random beginning of this millisecond's identifiers. */
let beginning = "";
let count = 0;

/**
 * `req_` and a ULID, time and randomness, rising within a millisecond as its specification has it. Every reply carries
 * one, so it is made from parts that are ready.
 */
export function requestId(nowMs: number = Date.now()): string {
  if (nowMs > lastMs || count === 2 ** 30) begin(Math.max(nowMs, lastMs + 1));
  const number = count++;
  return beginning + TRIPLES[number >> 15] + TRIPLES[number & 0x7fff];
}

function begin(nowMs: number): void {
  lastMs = nowMs;
  beginning = `req_${digits(nowMs, 10)}${Array.from({ length: 10 }, () => DIGITS[random() & 31]).join("")}`;
  count = ((random() << 16) | (random() << 8) | random()) & 0xffffff;
}

function random(): number {
  if (used === drawn.length) {
    randomFillSync(drawn);
    used = 0;
  }
  return drawn[used++]!;
}

function digits(value: number, length: number): string {
  let text = "";
  for (let rest = value; text.length < length; rest = Math.floor(rest / 32)) text = DIGITS[rest % 32] + text;
  return text;
}
