import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AppError, type Issue } from "../errors";
import { checkBeacon } from "./beacon";
import { beaconLine, dropLine, readLines } from "./beacon-line";
import { SendBeacon } from "./contract";
import { isBot } from "./is-bot";

const NOW = Date.parse("2026-03-01T12:00:00.000Z");
const ID = "0193B8A0-1111-7222-8333-444455556666";
const sound = { sessionId: "tab_1-abc", channelId: ID };

function issues(body: unknown): string[] {
  try {
    checkBeacon(body, NOW);
    return [];
  } catch (thrown) {
    expect(thrown).toBeInstanceOf(AppError);
    const { issues: all } = (thrown as AppError).details as { issues: Issue[] };
    return all.map(({ path }) => path.join("."));
  }
}

test("what is sent is read: ids in lower case, times in milliseconds", () => {
  const sent = { ...sound, contentItemId: ID, positionSeconds: 1.5, at: "2026-03-01T13:00:00.250+01:00" };
  expect(checkBeacon(sent, NOW + 1000)).toEqual({
    sessionId: "tab_1-abc",
    channelId: ID.toLowerCase(),
    contentItemId: ID.toLowerCase(),
    positionMs: 1500,
    atMs: NOW + 250,
  });
});

test.each([
  ["sessionId", { ...sound, sessionId: "seven77" }],
  ["sessionId", { ...sound, sessionId: "a".repeat(65) }],
  ["sessionId", { ...sound, sessionId: "with blank" }],
  ["sessionId", { channelId: ID }],
  ["channelId", { ...sound, channelId: "c-1" }],
  ["channelId", { sessionId: "tab_1-abc" }],
  ["contentItemId", { ...sound, contentItemId: null }],
  ["positionSeconds", { ...sound, positionSeconds: -1 }],
  ["positionSeconds", { ...sound, positionSeconds: "1" }],
  ["positionSeconds", { ...sound, positionSeconds: 1e9 }],
  ["at", { ...sound, at: "yesterday" }],
  ["at", { ...sound, at: NOW }],
  ["at", { ...sound, at: "2026-02-28T11:59:59.999Z" }],
  ["at", { ...sound, at: "2026-03-01T12:05:00.001Z" }],
  ["colour", { ...sound, colour: "red" }],
])("%s is refused in %j", (field, body) => {
  expect(issues(body)).toEqual([field]);
});

test("24 h back and 5 min ahead are timely", () => {
  for (const at of ["2026-02-28T12:00:00.000Z", "2026-03-01T12:05:00.000Z"])
    expect(issues({ ...sound, at })).toEqual([]);
});

test.each([null, 1, "x", [], [sound]])("%j is no beacon", (body) => {
  expect(issues(body)).toEqual([""]);
});

test("the check by hand takes what the described schema takes", () => {
  const odd = fc.oneof(fc.constant(undefined), fc.constant(null), fc.string(), fc.double(), fc.constant(ID), fc.nat());
  const body = fc.record(
    {
      sessionId: fc.oneof(odd, fc.constant("tab_1-abc")),
      channelId: odd,
      contentItemId: odd,
      positionSeconds: odd,
      more: fc.constant(1),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(body, (sent) => {
      const asSent = JSON.parse(JSON.stringify(sent));
      expect(issues(asSent).length === 0).toBe(SendBeacon.safeParse(asSent).success);
    }),
    { numRuns: 300 },
  );
});

describe("lines", () => {
  const beacon = {
    kind: 1,
    sessionId: "tab_1-abc",
    atMs: NOW,
    nonce: 7,
    ownerId: ID,
    channelId: ID,
    contentItemId: ID,
    positionMs: -1,
  };
  const drop = { ownerId: ID, reason: "bot", atMs: NOW } as const;

  test("what is written is read", () => {
    const text = [beaconLine(beacon), dropLine(drop), beaconLine({ ...beacon, kind: 3 })].join("\n");
    expect(readLines(text)).toEqual({ beacons: [beacon, { ...beacon, kind: 3 }], drops: [drop], broken: 0 });
  });

  test("a line that nobody can read does not hold up the others", () => {
    const text = [beaconLine(beacon), '1,"broken', beaconLine(beacon), '9,"x",1,1,"a","b","c",1', "1", "{}"].join("\n");
    expect(readLines(text)).toEqual({ beacons: [beacon, beacon], drops: [], broken: 4 });
  });
});

test.each([
  ["Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", true],
  ["facebookexternalhit/1.1", true],
  ["Mozilla/5.0 (compatible; bingbot/2.0)", true],
  ["Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/156.0 Safari/537.36", false],
  ["Mozilla/5.0 (Linux; Android 9; CUBOT X19) AppleWebKit/537.36", false],
  ["curl/8.5.0", false],
  [undefined, false],
])("%s is a robot: %s", (userAgent, expected) => {
  expect(isBot(userAgent)).toBe(expected);
});
