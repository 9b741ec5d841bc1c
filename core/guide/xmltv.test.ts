import { expect, test } from "vitest";
import { m3uPlaylist } from "./m3u";
import { xmlText } from "./xmltv";
import { offsetMinutes, zoneStamp } from "./zone-stamp";

test("what XML has no place for is left out, and the rest is escaped", () => {
  expect(xmlText("a\u0000\u0007\u000b\u001b\u0085\ufffe\uffff\t\nb")).toBe("a\t\nb");
  expect(xmlText("half \ud83c and \udfac, whole 🎬")).toBe("half  and , whole 🎬");
  expect(xmlText(`<"R&D">`)).toBe("&lt;&quot;R&amp;D&quot;&gt;");
});

test("times carry the offset of their zone, on both sides of a change of its clocks", () => {
  expect(zoneStamp(Date.UTC(2026, 10, 21, 20, 15, 30, 900), "UTC")).toBe("20261121201530 +0000");
  expect(zoneStamp(Date.UTC(2026, 9, 25, 0, 59, 59), "Europe/Berlin")).toBe("20261025025959 +0200");
  expect(zoneStamp(Date.UTC(2026, 9, 25, 1), "Europe/Berlin")).toBe("20261025020000 +0100");
  expect(zoneStamp(Date.UTC(2026, 0, 1), "America/St_Johns")).toBe("20251231203000 -0330");
  expect(offsetMinutes(Date.UTC(2026, 0, 1), "Asia/Kathmandu")).toBe(345);
});

test("nothing in a channel's name can end its line or attribute", () => {
  const channel = {
    slug: "a",
    number: 7,
    name: 'A "b"\r\n#EXTINF:-1,c',
    logoUrl: null,
    hlsUrl: "http://a/m",
    category: "kids",
  };
  expect(m3uPlaylist([{ ...channel, catchUpHours: 0 }], "http://a/epg.xml")).toBe(
    `#EXTM3U url-tvg="http://a/epg.xml" x-tvg-url="http://a/epg.xml"
#EXTINF:-1 tvg-id="a.lineup" tvg-chno="7" tvg-name="A 'b' #EXTINF:-1,c" group-title="Kids",A "b" #EXTINF:-1,c
http://a/m
`,
  );
});
