import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { askByFetch } from "../core/hls-check/ask-by-fetch";
import { outcomeText } from "../core/hls-check/report-text";
import { watchStream } from "../core/hls-check/watch-stream";
import { createApiKey, signUpByRequest } from "./support/accounts";
import { type GstPlayback, playWithGStreamer } from "./support/gstreamer";
import { servePlayers } from "./support/player-server";
import { Program } from "./support/program";
import { uploadClip } from "./support/upload-clip";
import { dateError, type PlayerReport, WatchedPlayer } from "./support/watched-player";

const SCOPES = ["content:read", "content:write", "schedule:read", "schedule:write", "channel:read", "channel:write"];
const IN_BROWSER = ["hls", "shaka", "video"];
const WATCHED_SECONDS = 180;
/**
 * Four players decode in software on two cores that also run the product: a picture may stand still for a while when
 * the machine has other work. A player that cannot go on never moves again.
 */
const LONGEST_FREEZE_MS = 10_000;
/** Of the time that was watched, how much must have been played; a machine with four times too much to do played 0.72. */
const LEAST_PLAYED = 0.6;
/** Players start about three target durations behind the edge; the window reaches 60 s back, and a segment. */
const MOST_LATE_MS = 65_000;
/** Of the clips; the slate has more. */
const PICTURES_PER_SECOND = 25;
/** GStreamer takes segments as they come, so that nothing moves for a segment's length, and longer on a busy machine. */
const LONGEST_GST_PAUSE_MS = 30_000;
/** Sound and picture of an item end within a frame of sound (21 ms) of each other, at each of a dozen boundaries. */
const DATE_ERROR_MS = 1_500;

interface Block {
  id: string;
}

test("three minutes over programmes, a gap, the slate's loops, a break and an edit play in hls.js, shaka-player, video.js and GStreamer, and the checker finds nothing", async ({
  request,
  browser,
}) => {
  test.setTimeout((WATCHED_SECONDS + 240) * 1000);
  await signUpByRequest(request);
  const program = new Program(await createApiKey(request, SCOPES));
  const [long, short] = [await uploadClip(program, "players-long", 20), await uploadClip(program, "players-short", 12)];
  const channel = await program.call<{ id: string; hlsUrl: string }>("POST", "/v1/creator/channels", {
    name: "Judged",
  });

  const startMs = Date.now();
  const place = (seconds: number, contentItemId: string | null, lasts: number) =>
    program.call<Block>("POST", "/v1/creator/schedule", {
      channelId: channel.id,
      startsAt: new Date(startMs + seconds * 1000).toISOString(),
      durationSeconds: lasts,
      ...(contentItemId ? { contentItemId, kind: "content" } : { kind: "ad_break" }),
    });
  await place(8, long, 20);
  await place(28, short, 12);
  await place(40, long, 14); // cut before its end
  // A gap of 42 s: the slate's 32 s, and its loop.
  await place(96, short, 12);
  await place(108, null, 8);
  await place(116, long, 20);
  const edited = await place(150, short, 12);
  await program.call("POST", `/v1/creator/channels/${channel.id}/publish`);

  const site = await servePlayers(channel.hlsUrl);
  const context = await browser.newContext();
  const gstreamer = playWithGStreamer(`${site.origin}/uncaptioned.m3u8`);
  try {
    const players = [];
    for (const name of IN_BROWSER) players.push(await WatchedPlayer.open(context, site.origin, name));
    const untilMs = startMs + WATCHED_SECONDS * 1000;
    const checked = check(channel.hlsUrl, untilMs);

    await sleep(startMs + 45_000 - Date.now());
    await program.call("DELETE", `/v1/creator/schedule/${edited.id}`);
    await place(142, short, 12);
    await place(154, long, 20);

    const outcome = await checked;
    expect(outcomeText(channel.hlsUrl, outcome)).toMatch(/^Nothing found/);
    for (const player of players) await test.step(player.name, async () => judge(await player.report(), startMs));
    await test.step("gstreamer", () => judgePictures(gstreamer, startMs));

    await program.call("POST", `/v1/creator/channels/${channel.id}/unpublish`);
    const media = new URL("360p.m3u8", channel.hlsUrl);
    await expect.poll(async () => (await fetch(media)).status, { timeout: 15_000 }).toBe(404);
    await sleep(10_000); // each of them asks again within a target duration
    for (const player of players) {
      expect(player.crashed, `${player.name} crashed when the channel left the air`).toBe(false);
      expect((await player.report()).playing).toBe(true);
    }
    // A launcher of pipelines gives up where a player waits, but by saying so.
    expect(gstreamer.crashed(), "GStreamer crashed when the channel left the air").toBe(false);
    expect(gstreamer.errors.filter((each) => each.includes("CRITICAL"))).toEqual([]);
  } finally {
    await gstreamer.stop();
    await context.close();
    await site.close();
  }
});

/** What one player in the browser must have done until now. */
function judge(report: PlayerReport, startMs: number): void {
  expect(report.errors).toEqual([]);
  expect(report.playing).toBe(true);
  expect(report.longestFreezeMs).toBeLessThanOrEqual(LONGEST_FREEZE_MS);
  const [first, last] = [report.samples[0]!, report.samples.at(-1)!];
  const watchedSeconds = (last.atMs - first.atMs) / 1000;
  expect(watchedSeconds).toBeGreaterThan((Date.now() - startMs) / 1000 - 60);
  expect(last.position - first.position).toBeGreaterThan(watchedSeconds * LEAST_PLAYED);
  const dated = report.samples.filter((sample) => sample.dateMs !== null);
  expect(dated.length).toBeGreaterThan(report.samples.length * 0.8);
  for (const { atMs, dateMs } of dated) {
    expect(atMs - (dateMs as number)).toBeGreaterThan(0);
    expect(atMs - (dateMs as number)).toBeLessThan(MOST_LATE_MS);
  }
  expect(dateError(report.samples)).toBeLessThan(DATE_ERROR_MS);
}

/** What GStreamer must have done until now: decoded pictures all the time, over every boundary. */
function judgePictures({ errors, pictures, isRunning }: GstPlayback, startMs: number): void {
  expect(errors).toEqual([]);
  expect(isRunning()).toBe(true);
  const seconds = (Date.now() - startMs) / 1000;
  const count = pictures.reduce((sum, each) => sum + each.count, 0);
  expect(count).toBeGreaterThan(seconds * PICTURES_PER_SECOND * LEAST_PLAYED);
  const moments = [...pictures.map((each) => each.atMs), Date.now()];
  const pauses = moments.slice(1).map((atMs, index) => atMs - moments[index]!);
  expect(Math.max(...pauses)).toBeLessThanOrEqual(LONGEST_GST_PAUSE_MS);
}

/** Runs our own checker beside the players. */
function check(url: string, untilMs: number) {
  return watchStream(url, (untilMs - Date.now()) / 1000, {
    ask: askByFetch(fetch, Date.now),
    now: Date.now,
    sleep: (ms) => sleep(ms),
    isStopped: () => false,
  });
}
