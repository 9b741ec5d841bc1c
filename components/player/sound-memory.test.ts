import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { rememberedSound, rememberSound } from "./sound-memory";

let kept: Map<string, string>;
beforeEach(() => {
  kept = new Map();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
});
afterEach(() => void vi.unstubAllGlobals());

test("the sound that was chosen last is chosen again", () => {
  expect(rememberedSound()).toEqual({ volume: 1, isMuted: false });
  rememberSound({ volume: 0.35, isMuted: true });
  expect(rememberedSound()).toEqual({ volume: 0.35, isMuted: true });
});

test("what makes no sense is forgotten, and no volume is out of bounds", () => {
  rememberSound({ volume: 1, isMuted: true });
  const [key = ""] = kept.keys();
  for (const text of ["{", "null", "7", '{"volume":"loud","isMuted":false}', '{"volume":0.5}']) {
    kept.set(key, text);
    expect(rememberedSound(), text).toEqual({ volume: 1, isMuted: false });
  }
  kept.set(key, '{"volume":7,"isMuted":false}');
  expect(rememberedSound().volume).toBe(1);
});

test("a browser that keeps nothing plays all the same", () => {
  const refuse = () => {
    throw new DOMException("denied", "SecurityError");
  };
  vi.stubGlobal("localStorage", { getItem: refuse, setItem: refuse });
  rememberSound({ volume: 0.5, isMuted: true });
  expect(rememberedSound()).toEqual({ volume: 1, isMuted: false });
});
