import { expect, test } from "vitest";
import { START } from "../playout/testing/guide";
import { askByFetch } from "./ask-by-fetch";
import type { Reply } from "./reply-rules";
import { exitCodeOf, outcomeText } from "./report-text";
import { Evening } from "./testing/evening";
import { MASTER } from "./testing/simulated-origin";
import { type Outcome, watchStream } from "./watch-stream";

/** A world whose time passes only while nobody does anything. */
class FakeWorld {
  nowMs = START;
  private readonly sleepers: { atMs: number; wake: () => void }[] = [];

  constructor(private readonly answer: (url: string, nowMs: number) => Reply) {}

  now = () => this.nowMs;
  isStopped = () => false;
  ask = async (url: string) => this.answer(url, this.nowMs);
  sleep = (ms: number) =>
    new Promise<void>((wake) => {
      this.sleepers.push({ atMs: this.nowMs + ms, wake });
    });

  async pass(outcome: Promise<Outcome>): Promise<Outcome> {
    let isOver = false;
    const ended = outcome.finally(() => {
      isOver = true;
    });
    while (!isOver) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      const next = this.sleepers.sort((a, b) => a.atMs - b.atMs).shift();
      if (!next) continue;
      this.nowMs = Math.max(this.nowMs, next.atMs);
      next.wake();
    }
    return ended;
  }
}

function watch(seconds: number, answer: (url: string, nowMs: number) => Reply): Promise<Outcome> {
  const world = new FakeWorld(answer);
  return world.pass(watchStream(MASTER, seconds, world));
}

const status = (url: string, code: number): Reply => ({
  url,
  sentAtMs: START,
  receivedAtMs: START,
  status: code,
  failure: code === 0 ? "ECONNREFUSED" : null,
  headers: {},
  allHeaders: true,
  body: new TextEncoder().encode("<html></html>"),
});

test("a correct stream is read as a player reads it, to the end, and nothing is found", async () => {
  const evening = new Evening();
  const outcome = await watch(30, (url, nowMs) => evening.reply(url, nowMs));
  expect(outcome).toMatchObject({ kind: "checked", leftAir: false, findings: [] });
  expect(outcome.kind === "checked" && outcome.segmentsChecked).toBeGreaterThan(100);
  expect(outcome.kind === "checked" && outcome.elapsedMs).toBeGreaterThanOrEqual(30_000);
  expect(exitCodeOf(outcome)).toBe(0);
  expect(outcomeText(MASTER, outcome)).toMatch(
    /^Nothing found: 6 renditions, \d+ playlists and \d+ segments in 3\d s\.$/,
  );
});

test("a stream that leaves the air for all playlists at once is no fault", async () => {
  const evening = new Evening();
  const outcome = await watch(60, (url, nowMs) =>
    nowMs > START + 20_000 && url.endsWith(".m3u8") ? status(url, 404) : evening.reply(url, nowMs),
  );
  expect(outcome).toMatchObject({ kind: "checked", leftAir: true, findings: [] });
  expect(outcomeText(MASTER, outcome)).toContain("left the air");
});

test("one playlist that is gone is a fault, and the exit code says so", async () => {
  const evening = new Evening();
  const outcome = await watch(20, (url, nowMs) =>
    nowMs > START + 8_000 && url.endsWith("720p.m3u8") ? status(url, 404) : evening.reply(url, nowMs),
  );
  expect(outcome.kind === "checked" && outcome.findings.map((finding) => finding.rule)).toContain("unavailable");
  expect(exitCodeOf(outcome)).toBe(1);
  expect(outcomeText(MASTER, outcome)).toMatch(/^error {2}Lineup §14 {2}720p: a playlist that was there/);
});

test.each([
  [0, "unreachable", /cannot be read: ECONNREFUSED/],
  [404, "not-found", /Is the channel published/],
  [503, "unreachable", /it answered 503/],
  [200, "not-a-playlist", /is not an HLS playlist/],
])("an address that answers %i is %s, in a sentence, with exit code 2", async (code, kind, sentence) => {
  const outcome = await watch(5, (url) => status(url, code));
  expect(outcome.kind).toBe(kind);
  expect(outcomeText(MASTER, outcome)).toMatch(sentence);
  expect(exitCodeOf(outcome)).toBe(2);
});

test("what fails to answer becomes a reply that says why", async () => {
  const refused = Object.assign(new TypeError("fetch failed"), { cause: { code: "ECONNREFUSED" } });
  const ask = askByFetch(
    () => Promise.reject(refused),
    () => START,
  );
  expect(await ask(MASTER, null)).toMatchObject({ status: 0, failure: "ECONNREFUSED" });
});

test("only as much of a file is asked for as is needed, and a page of another site sees some of the headers", async () => {
  const asked: RequestInit[] = [];
  const ask = askByFetch(
    async (_, init) => {
      asked.push(init);
      return new Response("x", { status: 206, headers: { "content-range": "bytes 0-0/10" } });
    },
    () => START,
    "https://studio.example",
  );
  expect(await ask(MASTER, 100)).toMatchObject({ status: 206, allHeaders: false });
  expect(asked[0]?.headers).toEqual({ range: "bytes=0-99" });
});
