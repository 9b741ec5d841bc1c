import { describe, expect, test } from "vitest";
import { isOurToken, looksLikeToken, newToken } from "./token";

describe.each(["creator", "import"] as const)("a token of the kind %s", (kind) => {
  test("has the published form, its checksum, and is never made twice", () => {
    const tokens = Array.from({ length: 200 }, () => newToken(kind));
    expect(new Set(tokens).size).toBe(200);
    for (const token of tokens) expect([looksLikeToken(token), isOurToken(token)]).toEqual([true, true]);
  });

  test("with any one character changed is not ours", () => {
    const token = newToken(kind);
    const from = token.lastIndexOf("_") + 1;
    for (let at = from; at < token.length; at++) {
      const other = token[at] === "1" ? "2" : "1";
      const changed = token.slice(0, at) + other + token.slice(at + 1);
      expect([looksLikeToken(changed), isOurToken(changed)]).toEqual([true, false]);
    }
  });
});

test("the checksum is the one of the documentation", () => {
  expect(isOurToken(`vk_live_${"0".repeat(34)}2kBd5G`)).toBe(true);
  expect(isOurToken(`vid_${"0".repeat(24)}a3d3d3ac`)).toBe(true);
});

test("a token from before there were checksums looks like one of ours, and is left to its hash", () => {
  const old = `vk_live_${"a".repeat(40)}`;
  expect([looksLikeToken(old), isOurToken(old)]).toEqual([true, false]);
});
