import { describe, expect, test } from "vitest";
import { failureOfStatus } from "../net/fetch-failure";
import { classifySource } from "./classify-source";
import { fileNameOfHeader } from "./file-name-of-header";
import { SpeedMeter } from "./speed-meter";

describe("what a source is", () => {
  const bytes = (text: string) => Buffer.from(text, "latin1");
  const MP4 = bytes("\0\0\0\x20ftypisom");
  test.each([
    ["video/mp4", MP4, "media"],
    ["application/octet-stream", MP4, "media"],
    [undefined, MP4, "media"],
    ["text/plain", MP4, "media"],
    ["binary/whatever", bytes("\x47@\0\x10"), "media"],
    ["text/html; charset=utf-8", bytes("anything"), "page"],
    ["video/mp4", bytes("\xef\xbb\xbf\n  <!DOCTYPE html><html>"), "page"],
    ["application/octet-stream", bytes("<!-- hello --><html lang=de>"), "page"],
    ["application/vnd.apple.mpegurl", bytes("#EXTM3U"), "manifest"],
    ["text/plain", bytes("#EXTM3U\n"), "manifest"],
    ["text/xml", bytes('<?xml version="1.0"?>\n<!-- x --><MPD type="static">'), "manifest"],
  ])("%s is told by its bytes (%#)", (type, first, expected) => {
    expect(classifySource(type, first)).toBe(expected);
  });

  test.each([
    ["image/png", bytes("\x89PNG"), "a picture (image/png)"],
    ["video/mp4", bytes("\xff\xd8\xff\xe0"), "a picture"],
    ["application/pdf", bytes("%PDF-1.7"), "a PDF document"],
    ["application/x-zip-compressed", bytes("PK\x03\x04"), "an archive"],
    ["application/problem+json", bytes("{}"), "text"],
    ["application/rss+xml", bytes("<rss>"), "an XML document"],
    ["text/plain", bytes("Not here.\r\n"), "text"],
  ])("%s is no video, and that is said", (type, first, what) => {
    expect(classifySource(type, first)).toEqual({ wrong: expect.stringContaining(`leads to ${what}`) });
  });
});

test.each([
  ['attachment; filename="Night Train.mp4"', "Night Train.mp4"],
  ["attachment; filename=plain.mkv; size=3", "plain.mkv"],
  [`attachment; filename="x.mp4"; filename*=UTF-8''M%C3%BCnchen%20bei%20Nacht.mp4`, "München bei Nacht.mp4"],
  ['inline; filename="../../etc/passwd"', "passwd"],
  ['inline; filename="C:\\\\films\\\\a.mp4"', "a.mp4"],
  ['inline; filename="50% off.mp4"', "50% off.mp4"],
  ['attachment; filename=""', null],
  ["attachment", null],
  [undefined, null],
])("the name in %s", (header, name) => {
  expect(fileNameOfHeader(header)).toBe(name);
});

test("speed is that of the last seconds, not of the whole download", () => {
  const meter = new SpeedMeter();
  expect(meter.at(0, 0)).toBeNull();
  for (let second = 1; second <= 10; second++) meter.at(second * 1000, second * 100);
  for (let second = 11; second <= 20; second++) meter.at(second * 1000, 1000 + (second - 10) * 5000);
  expect(meter.at(20_500, 53_500)).toBe(5000);
});

describe("a status that is no success", () => {
  test.each([
    [404, "url.not_found", false],
    [401, "url.forbidden", false],
    [500, "url.server_failed", true],
    [503, "url.busy", true],
    [418, "url.bad_answer", false],
    [204, "url.bad_answer", false],
  ])("%d is %s", (status, code, retry) => {
    const failure = failureOfStatus(status, undefined, 0);
    expect(failure).toMatchObject({ code, retry, sentence: expect.stringContaining(String(status)) });
  });

  test("may ask for a pause in seconds or until a date, a quarter of an hour at most", () => {
    const now = Date.parse("2026-01-01T00:00:00Z");
    const pause = (value: string) => failureOfStatus(429, value, now).more.retryAfterMs;
    expect(pause("30")).toBe(30_000);
    expect(pause("Thu, 01 Jan 2026 00:01:00 GMT")).toBe(60_000);
    expect(pause("Wed, 31 Dec 2025 00:00:00 GMT")).toBe(0);
    expect(pause("86400")).toBe(900_000);
    expect(pause("soon")).toBeUndefined();
  });
});
