import { expect, test } from "vitest";
import { embedCode, embedSize, embedUrlOf, slugOfPage } from "./embed";

test("a player is as large as both bounds allow, in the shape of the picture", () => {
  expect(embedSize({})).toEqual({ width: 960, height: 540 });
  expect(embedSize({ width: 640 })).toEqual({ width: 640, height: 360 });
  expect(embedSize({ height: 270 })).toEqual({ width: 480, height: 270 });
  expect(embedSize({ width: 5000, height: 5000 })).toEqual({ width: 960, height: 540 });
  expect(embedSize({ width: 320, height: 1000 })).toEqual({ width: 320, height: 180 });
  expect(embedSize({ width: 1, height: 1 })).toEqual({ width: 1, height: 1 });
});

test("a name cannot break out of the code", () => {
  const code = embedCode("https://tv.example/embed/watch/a", `"><script>alert(1)</script>&`);
  expect(code).not.toContain("<script>");
  expect(code).toContain('title="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;"');
  expect(code).toContain('width="960" height="540"');
});

test("the player has an address beside the page's", () => {
  expect(embedUrlOf("https://tv.example:8443/watch/harbour-tv")).toBe("https://tv.example:8443/embed/watch/harbour-tv");
});

test("pages of a channel are known by their address, and no others", () => {
  const slugOf = (address: string) => slugOfPage(address, "https://tv.example/");
  expect(slugOf("https://tv.example/watch/harbour-tv")).toBe("harbour-tv");
  expect(slugOf("https://tv.example/embed/watch/harbour-tv/?from=mail#now")).toBe("harbour-tv");
  expect(slugOf("https://tv.example/watch/caf%C3%A9")).toBe("café");
  for (const other of [
    "https://evil.example/watch/harbour-tv",
    "http://tv.example/watch/harbour-tv",
    "https://tv.example/watch/",
    "https://tv.example/watch/a/b",
    "https://tv.example/watch/%E0%A4%A",
    "https://tv.example/library",
    "no address",
  ]) {
    expect(slugOf(other), other).toBeNull();
  }
});
