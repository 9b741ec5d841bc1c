import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { HEARTBEAT_MS, type Outcome, type SentBeacon, WatchBeacons } from "./beacons";

const NOW = Date.parse("2026-03-01T20:00:00.000Z");
const viewing = { sessionId: "tab-1234", channelId: "channel" };

beforeEach(() => void vi.useFakeTimers({ now: NOW }));
afterEach(() => void vi.useRealTimers());

function player() {
  const post = {
    sent: [] as SentBeacon[],
    farewells: [] as SentBeacon[],
    outcome: (): Outcome => ({ result: "taken", serverMs: Date.now() }),
    async send(beacon: SentBeacon) {
      post.sent.push(beacon);
      return post.outcome();
    },
    farewell: (beacon: SentBeacon) => void post.farewells.push(beacon),
  };
  return { beacons: new WatchBeacons(viewing, post), post };
}

const kinds = (beacons: SentBeacon[]) => beacons.map(({ kind }) => kind).join(" ");

test("a player that starts says so once, and then every 15 s for as long as it plays", async () => {
  const { beacons, post } = player();
  beacons.playing();
  beacons.playing();
  await vi.advanceTimersByTimeAsync(2 * HEARTBEAT_MS);
  expect(kinds(post.sent)).toBe("start heartbeat heartbeat");
  expect(post.sent[0]!.body).toEqual({ ...viewing, at: "2026-03-01T20:00:00.000Z" });
  expect(post.sent[2]!.body.at).toBe("2026-03-01T20:00:30.000Z");
});

test("a pause counts what was watched before it and nothing after; going on is no new view", async () => {
  const { beacons, post } = player();
  beacons.playing();
  await vi.advanceTimersByTimeAsync(5_000);
  beacons.stopped();
  await vi.advanceTimersByTimeAsync(10 * HEARTBEAT_MS);
  expect(kinds(post.sent)).toBe("start heartbeat");
  expect(post.sent[1]!.body.at).toBe("2026-03-01T20:00:05.000Z");
  beacons.playing();
  await vi.advanceTimersByTimeAsync(HEARTBEAT_MS);
  expect(kinds(post.sent)).toBe("start heartbeat heartbeat");
});

test("the player is seen once", async () => {
  const { beacons, post } = player();
  beacons.seen();
  beacons.seen();
  await vi.runOnlyPendingTimersAsync();
  expect(kinds(post.sent)).toBe("impression");
});

test("a page that goes away hands over what was watched and the end", async () => {
  const { beacons, post } = player();
  beacons.playing();
  await vi.advanceTimersByTimeAsync(4_000);
  beacons.leave();
  expect(kinds(post.farewells)).toBe("heartbeat end");
  await vi.advanceTimersByTimeAsync(10 * HEARTBEAT_MS);
  expect(kinds(post.sent)).toBe("start");
});

test("a page on which nothing was watched says no farewell", () => {
  const { beacons, post } = player();
  beacons.leave();
  expect(post.farewells).toEqual([]);
});

test("what could not be sent goes with the next, in order and under its own time", async () => {
  const { beacons, post } = player();
  post.outcome = () => ({ result: "again" });
  beacons.playing();
  await vi.advanceTimersByTimeAsync(2 * HEARTBEAT_MS);
  post.sent.length = 0;
  post.outcome = () => ({ result: "taken", serverMs: Date.now() });
  await vi.advanceTimersByTimeAsync(HEARTBEAT_MS);
  expect(kinds(post.sent)).toBe("start heartbeat heartbeat heartbeat");
  expect(post.sent.map(({ body }) => body.at.slice(17, 19))).toEqual(["00", "15", "30", "45"]);
});

test("what is refused for good is not sent again", async () => {
  const { beacons, post } = player();
  post.outcome = () => ({ result: "refused", serverMs: Date.now() });
  beacons.playing();
  await vi.advanceTimersByTimeAsync(HEARTBEAT_MS);
  expect(kinds(post.sent)).toBe("start heartbeat");
});

test("a device with a wrong clock is set right by the server's", async () => {
  const { beacons, post } = player();
  const serverMs = NOW + 400 * 24 * 3_600_000;
  post.outcome = () => {
    const isTimely = Math.abs(Date.parse(post.sent.at(-1)!.body.at) - serverMs) < 60_000;
    return { result: isTimely ? "taken" : "refused", serverMs };
  };
  beacons.playing();
  await vi.advanceTimersByTimeAsync(10);
  expect(kinds(post.sent)).toBe("start start");
  expect(Date.parse(post.sent[1]!.body.at)).toBe(serverMs);
});

test("an hour without a network costs no memory beyond that hour", async () => {
  const { beacons, post } = player();
  post.outcome = () => ({ result: "again" });
  beacons.playing();
  await vi.advanceTimersByTimeAsync(3 * 3_600_000);
  beacons.leave();
  expect(post.farewells.length).toBeLessThanOrEqual(242);
});
