import { expect, test } from "vitest";
import { qrCode } from "./qr";
import { checkWords } from "./qr-blocks";

const drawn = (text: string) =>
  qrCode(text)
    .map((row) => `${row.map((dark) => (dark ? "1" : "0")).join("")}\n`)
    .join("");

test("the correction words of the standard's example (ISO/IEC 18004, annex I)", () => {
  const words = [0x10, 0x20, 0x0c, 0x56, 0x61, 0x80, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11];
  expect(checkWords(words, 10)).toEqual([0xa5, 0x24, 0xd4, 0xc1, 0xed, 0x36, 0xc7, 0x87, 0x2c, 0x55]);
});

/** Codes as npm's qrcode 1.5.4 draws them at level M; jsQR 1.4.0 reads each of ours. */
test.each([
  ["A", 21, "da8c646840e2069ef5dd952189b12beb08280515"],
  ["https://tv.example.org/link?user_code=WDJB-MJHT", 33, "cbe652f794bbf38bb5bf5ce83542615e5b44f91a"],
  ["x".repeat(100), 41, "74f8ea4d73d8f14e7eeec2426a355e56aebb3ac7"],
  ["x".repeat(213), 57, "8006bc7b438b738ef2ca84a23e8480dbf0c93e70"],
])("%s is drawn as another program draws it", async (text, size, sha1) => {
  expect(qrCode(text)).toHaveLength(size);
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-1", new TextEncoder().encode(drawn(text))));
  expect(Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("")).toBe(sha1);
});

test("what does not fit is refused", () => {
  expect(() => qrCode("x".repeat(214))).toThrow(RangeError);
  expect(() => qrCode("é")).toThrow(RangeError);
});
