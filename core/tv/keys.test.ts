import { expect, test } from "vitest";
import { isDigit, remoteKey } from "./keys";

test.each([
  ["webOS and HbbTV", 461, "GoBack", "back"],
  ["Tizen", 10009, "XF86Back", "back"],
  ["Escape of a keyboard", 27, "Escape", "back"],
  ["Backspace, which some set-top boxes send", 8, "Backspace", "back"],
  ["channel up of HbbTV and Tizen", 427, "ChannelUp", "channelUp"],
  ["channel down of HbbTV and Tizen", 428, "ChannelDown", "channelDown"],
  ["channel up of webOS", 33, "PageUp", "channelUp"],
  ["OK", 13, "Enter", "ok"],
  ["the red key", 403, "ColorF0Red", "guide"],
  ["a browser that tells no code", 0, "ArrowUp", "up"],
  ["a remote control that tells no name", 38, "Unidentified", "up"],
])("%s", (_, keyCode, key, meant) => {
  expect(remoteKey({ key, keyCode })).toBe(meant);
});

test("digits come from the row above the letters, from the number pad and from remote controls without names", () => {
  expect([
    remoteKey({ key: "7", keyCode: 55 }),
    remoteKey({ key: "7", keyCode: 103 }),
    remoteKey({ key: "Unidentified", keyCode: 55 }),
  ]).toEqual(["7", "7", "7"]);
  expect(isDigit("7") && !isDigit("up")).toBe(true);
});

test("what means nothing here is left to the television", () => {
  expect(remoteKey({ key: "F5", keyCode: 116 })).toBeNull();
  expect(remoteKey({ key: "VolumeUp", keyCode: 447 })).toBeNull();
});
