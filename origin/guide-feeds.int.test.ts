import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { tvgId } from "@/core/guide/xmltv";
import { seedBlock, seedChannel, seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { closeDb, db } from "@/server/db";
import { forecastAirings } from "@/server/guide/forecast-airings";
import { commitAirings } from "@/server/playout/commit-airings";
import { guideFeedHandler } from "./guide-feeds";
import { readM3u, readXmltv } from "./testing/read-iptv";
import { type Served, serve } from "./testing/serve";

const START = Date.UTC(2031, 2, 29, 12);
const HOUR_MS = 3_600_000;
const DTD = "/usr/share/xmltv/xmltv.dtd";
const run = promisify(execFile);

let origin: Served;
let folder: string;
/** The channels of these tests that are on the air: others have theirs. */
const published: string[] = [];
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "lineup-feeds-"));
  origin = await serve(
    guideFeedHandler(
      () => START,
      async () => published,
    ),
  );
});
afterAll(async () => {
  await origin.close();
  await closeDb();
  await rm(folder, { recursive: true, force: true });
});

/** Every channel has an owner of its own: a library is believed not to change for some seconds. */
async function onAir(ada: Actor, fields: object = {}) {
  const channel = await seedChannel(ada, { name: 'Ada\'s "One" & <Two>\u0007', timezone: "Europe/Berlin" });
  const now = new Date(START);
  const status = { status: "published", statusChangesAt: now, publishedAt: now } as const;
  published.push(channel.id);
  return db.channel.update({ where: { id: channel.id }, data: { ...status, ...fields } });
}

/** A channel with a day of programmes: an episode again and again, and an hour of trailers in the night. */
async function withProgrammes() {
  const ada = await seedCreator();
  const trailer = await seedReadyContent(ada, { title: "Trailer", durationMs: 61_000 });
  const channel = await onAir(ada, {
    filler: { contentItemIds: [trailer.id] },
    guideFillerSeconds: 1200,
    category: "kids",
  });
  const series = await seedReadyContent(ada, { title: "The Series" });
  const episode = await seedReadyContent(ada, {
    title: "Pilot \u000b& <more>",
    durationMs: HOUR_MS,
  });
  await db.contentItem.update({
    where: { id: episode.id },
    data: {
      description: "A break\u0085, a bell\u0007 and an emoji 🎬",
      seriesId: series.id,
      seasonNumber: 2,
      episodeNumber: 5,
      type: "episode",
      genres: ["Drama", "R&D"],
      productionYear: 2026,
      ageRatings: ["PG-13"],
      language: "en-GB",
    },
  });
  for (let hour = 0; hour < 24; hour++) {
    if (hour !== 4) await seedBlock(channel, episode, new Date(START + hour * HOUR_MS), HOUR_MS);
  }
  await db.$transaction((tx) => commitAirings(tx, channel.id, new Date(START)));
  return channel;
}

async function validate(name: string, text: string): Promise<void> {
  const file = path.join(folder, name);
  await writeFile(file, text);
  await run("xmllint", ["--noout", "--nonet", "--dtdvalid", DTD, file]);
  const { stdout, stderr } = await run("tv_validate_file", ["--dtd-file", DTD, file]).catch((thrown) => thrown);
  expect(`${stdout}${stderr}`).toContain("Validated ok");
}

describe("200", () => {
  test("XMLTV of a channel is valid and says what will air, in the channel's time, over the change of its clocks", async () => {
    const channel = await withProgrammes();
    const { status, headers, text } = await origin.ask(`/v1/channels/${channel.slug}/epg.xml`);
    expect([status, headers["content-type"]]).toEqual([200, "application/xml; charset=utf-8"]);
    await validate("one.xml", text);
    const { channelIds, programmes } = readXmltv(text);
    expect(channelIds).toEqual([tvgId(channel.slug)]);
    expect(programmes).toHaveLength(25); // and the trailers after the last programme, for days
    expect(programmes[0]).toMatchObject({ title: "The Series", subTitle: "Pilot & <more>", season: 2, episode: 5 });
    expect(text).toContain('start="20310330010000 +0100" stop="20310330030000 +0200"');
    const airings = await forecastAirings(channel.id, START, START + 26 * HOUR_MS, new Date(START));
    for (const { startsAtMs, endsAtMs, title } of programmes.slice(0, 24)) {
      const inside = airings.filter(
        (airing) => airing.startsAtUs / 1000 < endsAtMs - 3000 && airing.endsAtUs / 1000 > startsAtMs + 3000,
      );
      expect(new Set(inside.map(({ kind }) => kind))).toEqual(new Set([title === "Trailer" ? "filler" : "content"]));
    }
  });

  test("elements are what is known of the item, escaped, without what XML cannot hold", async () => {
    const channel = await withProgrammes();
    const { text } = await origin.ask(`/v1/channels/${channel.id}/epg.xml?days=1`);
    for (const line of [
      "<display-name>Ada's &quot;One&quot; &amp; &lt;Two&gt;</display-name>",
      '<desc lang="en-GB">A break, a bell and an emoji 🎬</desc>',
      "<date>2026</date>",
      '<category lang="en">R&amp;D</category>',
      "<language>en-GB</language>",
      '<episode-num system="xmltv_ns">1.4.</episode-num>',
      '<episode-num system="onscreen">S2 E5</episode-num>',
      "<value>PG-13</value>",
    ])
      expect(text).toContain(line);
    expect(text).toContain(`<url>http://127.0.0.1:${origin.port}/watch/${channel.slug}</url>`);
  });

  test("all channels are in one guide and one list, which fit together and are valid", async () => {
    const channel = await withProgrammes();
    const listed = readM3u((await origin.ask("/v1/channels.m3u")).text);
    const all = await origin.ask("/v1/epg.xml?days=1");
    await validate("all.xml", all.text);
    const { channelIds, programmes } = readXmltv(all.text);
    expect(listed.guideUrl).toBe(`http://127.0.0.1:${origin.port}/v1/epg.xml`);
    const entry = listed.channels.find(({ attributes }) => attributes["tvg-id"] === tvgId(channel.slug));
    expect(entry).toMatchObject({
      name: `Ada's "One" & <Two>`,
      url: `http://127.0.0.1:${origin.port}/v1/channels/${channel.slug}/master.m3u8`,
      attributes: { "group-title": "Kids" },
    });
    expect(channelIds).toContain(tvgId(channel.slug));
    expect(programmes.filter(({ channelId }) => channelId === tvgId(channel.slug)).length).toBeGreaterThan(20);
    const one = readM3u((await origin.ask(`/v1/channels/${channel.slug}/channel.m3u`)).text);
    expect(one.channels).toEqual([entry]);
    expect(one.guideUrl).toBe(`http://127.0.0.1:${origin.port}/v1/channels/${channel.slug}/epg.xml`);
  });

  test("a list of a channel with catch-up says how players get there; drafts are in no list", async () => {
    const channel = await onAir(await seedCreator(), { catchUpHours: 30 });
    const draft = await seedChannel(await seedCreator());
    const { channels } = readM3u((await origin.ask("/v1/channels.m3u")).text);
    const named = (slug: string) => channels.find(({ attributes }) => attributes["tvg-id"] === tvgId(slug));
    expect(named(channel.slug)!.attributes).toMatchObject({ catchup: "default", "catchup-days": "2" });
    expect(named(draft.slug)).toBeUndefined();
  });

  test("gzip, CORS and HEAD", async () => {
    const channel = await withProgrammes();
    const address = `/v1/channels/${channel.slug}/epg.xml`;
    const plain = await origin.ask(address);
    const packed = await origin.ask(address, { headers: { "Accept-Encoding": "gzip" } });
    expect(packed.headers["content-encoding"]).toBe("gzip");
    expect(gunzipSync(packed.body).toString()).toBe(plain.text);
    expect(plain.headers).toMatchObject({ "access-control-allow-origin": "*", vary: "Accept-Encoding" });
    const head = await origin.ask(address, { method: "HEAD" });
    expect([head.status, head.body.length, head.headers.etag]).toEqual([200, 0, plain.headers.etag]);
  });
});

describe("304", () => {
  test("while nothing has changed; a change of the schedule shows at once", async () => {
    const channel = await withProgrammes();
    const address = `/v1/channels/${channel.slug}/epg.xml`;
    const { headers, text } = await origin.ask(address);
    const ask = () => origin.ask(address, { headers: { "If-None-Match": headers.etag! } });
    expect((await ask()).status).toBe(304);
    await db.block.deleteMany({ where: { channelId: channel.id, startsAt: new Date(START + 6 * HOUR_MS) } });
    await db.channel.update({ where: { id: channel.id }, data: { scheduleVersion: { increment: 1 } } });
    const after = await ask();
    expect(after.status).toBe(200);
    expect(readXmltv(after.text).programmes[6]!.title).toBe("Trailer");
    expect(after.text).not.toBe(text);
  });

  test("the list too", async () => {
    await onAir(await seedCreator());
    const { headers } = await origin.ask("/v1/channels.m3u");
    expect((await origin.ask("/v1/channels.m3u", { headers: { "If-None-Match": headers.etag! } })).status).toBe(304);
  });
});

describe("404, 405, 422", () => {
  test("a draft, an unknown channel, another method, a number of days that is none", async () => {
    const draft = await seedChannel(await seedCreator());
    for (const name of [draft.slug, "nobody", "%E0%A4%A", "a%00"]) {
      const { status, text } = await origin.ask(`/v1/channels/${name}/epg.xml`);
      expect([status, JSON.parse(text).error.code]).toEqual([404, "resource.not_found"]);
    }
    expect((await origin.ask("/v1/epg.xml", { method: "POST" })).status).toBe(405);
    for (const days of ["0", "15", "x"]) expect((await origin.ask(`/v1/epg.xml?days=${days}`)).status).toBe(422);
  });
});
