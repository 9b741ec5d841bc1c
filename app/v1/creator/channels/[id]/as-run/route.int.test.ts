import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import type { AsRunLine } from "@/core/guide/as-run-contract";
import { seedBlock, seedChannel, seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { call, send } from "@/scripts/testing/call-route";
import { seedApiKey } from "@/scripts/testing/seed-api-key";
import { db } from "@/server/db";
import { commitAirings } from "@/server/playout/commit-airings";
import * as csv from "../as-run.csv/route";
import * as route from "./route";

const MINUTE_MS = 60_000;
/** The channel of these tests aired an hour in the past. */
const START = Date.now() - 60 * MINUTE_MS;
const at = (minutes: number) => new Date(START + minutes * MINUTE_MS);
const window = { from: at(-30).toISOString(), to: at(40).toISOString() };

let ada: Actor;
let id: string;
let blocks: Record<"early" | "running" | "gone" | "cut" | "break", string>;
beforeAll(async () => {
  ada = await seedCreator();
  const film = await seedReadyContent(ada, { title: '=HYPERLINK("http://a")', durationMs: 20 * MINUTE_MS });
  const gone = await seedReadyContent(ada, { title: 'Gone, "quoted"', durationMs: 20 * MINUTE_MS });
  const short = await seedReadyContent(ada, { title: "-1+1", durationMs: 2 * MINUTE_MS });
  const channel = await seedChannel(ada);
  id = channel.id;
  const early = await seedBlock(channel, film, at(-25), 10 * MINUTE_MS);
  const running = await seedBlock(channel, film, at(-10), 15 * MINUTE_MS);
  const lost = await seedBlock(channel, gone, at(8), 10 * MINUTE_MS);
  const cut = await seedBlock(channel, short, at(20), 5 * MINUTE_MS);
  const pause = await seedBlock(channel, null, at(25), 2 * MINUTE_MS);
  blocks = { early: early.id, running: running.id, gone: lost.id, cut: cut.id, break: pause.id };
  await db.contentItem.update({ where: { id: gone.id }, data: { status: "deleted", deletedAt: at(0) } });
  await db.channel.update({ where: { id }, data: { status: "published", publishedAt: at(0), statusChangesAt: at(0) } });
  for (let minute = 0; minute < 40; minute++) await db.$transaction((tx) => commitAirings(tx, id, at(minute)));
});

const read = (query: object = window, as: Actor | string = ada) =>
  call(route, "GET", { as, params: { id }, query: { ...query } });
const file = (query: object = window, as: Actor | string = ada) =>
  send(csv, "GET", { as, params: { id }, query: { ...query } });
const of = (items: AsRunLine[], blockId: string) => items.filter((line) => line.blockId === blockId);

describe("200", () => {
  test("every airing stands against its block, and what did not air says why", async () => {
    const { status, body } = await read({ ...window, per_page: 100 });
    expect(status).toBe(200);
    expect(of(body.items, blocks.early)).toMatchObject([
      { outcome: "missed", startsAt: null, endsAt: null, deviationMs: null, reason: "The channel was off the air." },
    ]);
    const [joined] = of(body.items, blocks.running);
    expect(joined).toMatchObject({ outcome: "joined_late", kind: "content", scheduledStartsAt: at(-10).toISOString() });
    expect(joined!.deviationMs).toBe(Date.parse(joined!.startsAt!) - at(-10).getTime());
    expect(Math.abs(joined!.endDeviationMs!)).toBeLessThanOrEqual(2_600);
    expect(of(body.items, blocks.gone)).toMatchObject([{ outcome: "missed", reason: "Its item was deleted." }]);
    expect(of(body.items, blocks.cut)).toMatchObject([{ outcome: "cut", title: "-1+1" }]);
    for (const line of of(body.items, blocks.break)) expect(line).toMatchObject({ kind: "ad_break", outcome: "slate" });
    expect(of(body.items, blocks.break).length).toBeGreaterThan(0);
  });

  test("lines are in order and touch, page by page; totals are of the whole window", async () => {
    const { body } = await read({ ...window, per_page: 100 });
    const aired = body.items.filter((line: AsRunLine) => line.outcome !== "missed");
    for (const [index, line] of aired.entries()) expect(line.startsAt).toBe(aired[index - 1]?.endsAt ?? line.startsAt);
    const second = await read({ ...window, per_page: 4, page: 2 });
    expect(second.body.items).toEqual(body.items.slice(4, 8));
    expect(second.body).toMatchObject({ total: body.items.length, page: 2, perPage: 4, totals: body.totals });
    const { contentSeconds, fillerSeconds, slateSeconds, missed } = body.totals;
    expect([fillerSeconds, missed]).toEqual([0, 2]);
    const airedMs = Date.parse(window.to) - Date.parse(aired[0].startsAt);
    expect(Math.abs((contentSeconds + slateSeconds) * 1000 - airedMs)).toBeLessThan(10);
  });

  test("what is on air has no end yet", async () => {
    const channel = await seedChannel(ada);
    const now = new Date();
    await db.channel.update({
      where: { id: channel.id },
      data: { status: "published", publishedAt: now, statusChangesAt: now },
    });
    await db.$transaction((tx) => commitAirings(tx, channel.id, now));
    const { body } = await call(route, "GET", { as: ada, params: { id: channel.id } });
    expect(body.items.at(-1)).toMatchObject({ outcome: "on_air", endsAt: null });
  });

  test("the file holds the same lines, and nothing that a spreadsheet would run", async () => {
    const { body } = await read({ ...window, per_page: 100 });
    const response = await file();
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(response.headers.get("content-disposition")).toMatch(/^attachment; filename="as-run-[\w-]+\.csv"$/);
    const rows = parse(await response.text(), { bom: true, columns: true }) as Record<string, string>[];
    expect(rows.map((row) => [row.starts_at, row.outcome, row.deviation_ms])).toEqual(
      body.items.map((line: AsRunLine) => [line.startsAt ?? "", line.outcome, String(line.deviationMs ?? "")]),
    );
    const titles = new Set(rows.map((row) => row.title));
    for (const title of ['\'=HYPERLINK("http://a")', "'-1+1", 'Gone, "quoted"']) expect(titles).toContain(title);
  });
});

describe("401, 403, 404, 422", () => {
  test("nobody, a key for other things, somebody else, a window that is wrong", async () => {
    const backwards = { from: window.to, to: window.from };
    const stranger = await seedCreator();
    const key = await seedApiKey(ada, "content:read");
    for (const ask of [read, file]) {
      expect((await ask(window, key)).status).toBe(403);
      expect((await ask(window, stranger)).status).toBe(404);
      expect((await ask(backwards)).status).toBe(422);
    }
    expect((await call(route, "GET", { params: { id } })).status).toBe(401);
    expect((await send(csv, "GET", { params: { id } })).status).toBe(401);
  });
});
