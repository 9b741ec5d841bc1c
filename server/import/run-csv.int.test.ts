import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Actor } from "@/core/actor";
import type { CsvReport } from "@/core/import/csv-contract";
import { seedContent, seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { deleteContent } from "../content/delete-content";
import { db } from "../db";
import { exportCatalogue } from "./export-csv";
import { getCsvReport } from "./get-csv-report";
import { runCsv } from "./run-csv";
import { applyCsv, startCsv } from "./start-csv";

/** Files are work; a busy machine takes its time. */
vi.setConfig({ testTimeout: 120_000 });

let folder: string;
const running = new AbortController().signal;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "lineup-csv-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function upload(owner: Actor, file: string | Buffer, dryRun: boolean): Promise<string> {
  const query = { dryRun, filename: "catalogue.csv" };
  return (await startCsv(owner, query, Readable.from([Buffer.from(file)], { objectMode: false }))).jobId;
}

async function report(owner: Actor, jobId: string): Promise<CsvReport> {
  return getCsvReport(owner, jobId, { page: 1, per_page: 100 });
}

async function bringIn(owner: Actor, file: string | Buffer, { dryRun = false } = {}): Promise<CsvReport> {
  const jobId = await upload(owner, file, dryRun);
  await runCsv(jobId, folder, running);
  return report(owner, jobId);
}

async function exported(owner: Actor): Promise<string> {
  let text = "";
  for await (const part of exportCatalogue(owner, { excel: false })) text += part;
  return text;
}

const itemsOf = (owner: Actor) =>
  db.contentItem.findMany({
    where: { ownerId: owner.userId, status: { not: "deleted" } },
    orderBy: { ingestId: "asc" },
  });

const CATALOGUE = `asset_type,ingest_id,title,description,language,production_year,duration,age_ratings,genres,content_groups,tags,series_ingest_id,season_number,episode_number,source_url,poster_url
EPISODE,harbour-5,The Ferry,"A crossing
in the fog",de-de,2024,25:00,12|FSK 12,Drama|Travel,evenings|Nowhere,sea,harbour,2,5,https://example.com/5.mp4,https://example.com/5.jpg
SERIES,harbour,The Harbour,,,,,,,,,,,,,
movie,night,Night Train,,,1998,,,,,,,,,,
`;

test("rows become items, with their series, groups, files and pictures; a dry run says so beforehand and changes nothing", async () => {
  const ada = await seedCreator();
  await db.contentGroup.create({ data: { ownerId: ada.userId, name: "Evenings", kind: "static" } });
  const dry = await bringIn(ada, CATALOGUE, { dryRun: true });
  expect(dry).toMatchObject({ status: "done", dryRun: true, filename: "catalogue.csv" });
  const counts = { rows: 3, created: 3, updated: 0, unchanged: 0, skipped: 0, imports: 1, errors: 0, warnings: 1 };
  expect(dry.summary).toMatchObject({ ...counts, encoding: "utf-8", delimiter: ",", unknownColumns: [] });
  expect(await itemsOf(ada)).toEqual([]);

  const { jobId } = await applyCsv(ada, dry.id);
  await runCsv(jobId, folder, running);
  expect((await report(ada, jobId)).summary).toMatchObject(counts);
  const [series, episode, film] = await itemsOf(ada);
  expect(series).toMatchObject({ ingestId: "harbour", type: "series", status: "ready", sourceKind: "none" });
  expect(film).toMatchObject({ ingestId: "night", type: "movie", status: "uploading", productionYear: 1998 });
  expect(episode).toMatchObject({
    ingestId: "harbour-5",
    type: "episode",
    title: "The Ferry",
    searchTitle: "the ferry",
    description: "A crossing\nin the fog",
    language: "de-DE",
    productionYear: 2024,
    durationMs: 1_500_000,
    ageRatings: ["12", "FSK 12"],
    genres: ["Drama", "Travel"],
    tags: ["sea"],
    seriesId: series?.id,
    seasonNumber: 2,
    episodeNumber: 5,
    sourceKind: "url",
    sourceUrl: "https://example.com/5.mp4",
  });
  const members = await db.contentGroupItem.findMany({ where: { contentItemId: episode?.id } });
  expect(members).toMatchObject([{ position: 0 }]);
  const job = await db.job.findFirstOrThrow({ where: { contentItemId: episode?.id } });
  expect(job).toMatchObject({
    kind: "import",
    batchId: jobId,
    input: {
      source: { kind: "url", url: "https://example.com/5.mp4" },
      posterUrl: "https://example.com/5.jpg",
      titleFromSource: false,
    },
  });
  await expect(applyCsv(ada, dry.id)).rejects.toMatchObject({ code: "resource.not_found" });
});

test("the same file again changes nothing, and its export neither", async () => {
  const ada = await seedCreator();
  await db.contentGroup.create({ data: { ownerId: ada.userId, name: "Evenings", kind: "static" } });
  await bringIn(ada, CATALOGUE);
  await seedReadyContent(ada, { title: "=HYPERLINK(0)", durationMs: 61_021, tags: ["a|b", "c\\d", "-e"] });
  await seedContent(ada, { title: "'+1", description: " two\r\nlines ", status: "failed", ageRatings: ["+18"] });
  const before = await itemsOf(ada);
  const jobs = await db.job.count({ where: { ownerId: ada.userId, kind: "import" } });
  for (const file of [CATALOGUE, await exported(ada), `\ufeff${await exported(ada)}`]) {
    const { summary } = await bringIn(ada, file);
    expect(summary).toMatchObject({ created: 0, updated: 0, skipped: 0, imports: 0, errors: 0 });
  }
  expect(await itemsOf(ada)).toEqual(before);
  expect(await db.job.count({ where: { ownerId: ada.userId, kind: "import" } })).toBe(jobs);
  expect(await exported(ada)).not.toMatch(/(^|,|")[=+\-@]/m);
});

test("a column that is absent leaves its field, an empty cell empties it", async () => {
  const ada = await seedCreator();
  await bringIn(ada, "asset_type,ingest_id,title,tags,genres\nMOVIE,a,One,x|y,Drama\nMOVIE,b,Two,x,\n");
  const { summary } = await bringIn(ada, "asset_type,ingest_id,title,tags\nMOVIE,a,Uno,\nMOVIE,b,Two,x\n");
  expect(summary).toMatchObject({ updated: 1, unchanged: 1, created: 0 });
  const [one, two] = await itemsOf(ada);
  expect(one).toMatchObject({ title: "Uno", searchTitle: "uno", tags: [], genres: ["Drama"] });
  expect(two).toMatchObject({ title: "Two", tags: ["x"] });
  expect(one!.updatedAt.getTime()).toBeGreaterThan(one!.createdAt.getTime());
});

test("bad rows are left out and told with line and column; the others come in", async () => {
  const ada = await seedCreator();
  const { summary, problems } = await bringIn(
    ada,
    [
      "asset_type;ingest_id;title;production_year;mood;series_ingest_id;source_url",
      'MOVIE;a;"Two\r\nlines";2024;;;',
      "FILM;b;B;soon;;;",
      "MOVIE;a;Again;2024;;;",
      ";;;;;;",
      "MOVIE;c",
      "EPISODE;d;D;;;nowhere;",
      "MOVIE;e;E;;;;http://169.254.169.254/",
      "MOVIE;f;F;;;;",
    ].join("\r\n"),
  );
  expect(summary).toMatchObject({
    rows: 7,
    created: 2,
    skipped: 5,
    errors: 6,
    delimiter: ";",
    unknownColumns: ["mood"],
  });
  expect(problems.items.map(({ line, column, ingestId, severity }) => [line, column, ingestId, severity])).toEqual([
    [4, "asset_type", "b", "error"],
    [4, "production_year", "b", "error"],
    [5, "ingest_id", "a", "error"],
    [7, null, "c", "error"],
    [8, "series_ingest_id", "d", "error"],
    [9, "source_url", "e", "error"],
  ]);
  expect((await itemsOf(ada)).map(({ ingestId }) => ingestId)).toEqual(["a", "f"]);
});

test("files as programs write them: Latin letters of Windows, UTF-16, tabs, old line ends", async () => {
  const ada = await seedCreator();
  const text = "asset_type\tingest_id\ttitle\rMOVIE\tm\tMärz für Zoë\r";
  for (const [encoding, bytes] of [
    ["windows-1252", Buffer.from(text, "latin1")],
    ["utf-16le", Buffer.from(`\ufeff${text}`, "utf16le")],
    ["utf-8", Buffer.from(text)],
  ] as const) {
    const { summary } = await bringIn(ada, bytes);
    expect(summary).toMatchObject({ encoding, delimiter: "\t", rows: 1 });
    expect(await itemsOf(ada)).toMatchObject([{ title: "März für Zoë" }]);
  }
});

test.each([
  ["", /empty/],
  ["title,tags\nA,b\n", /Missing: asset_type, ingest_id/],
  ["asset_type,ingest_id,title,Title\n", /twice: title/],
  ['asset_type,ingest_id,title\nMOVIE,a,A\nMOVIE,b,"B\n', /line 3 and never closed/],
])("a file that is no catalogue fails with the reason and changes nothing: %j", async (file, reason) => {
  const ada = await seedCreator();
  const { status, error } = await bringIn(ada, file);
  expect(status).toBe("failed");
  expect(error).toEqual({ code: "request.invalid", message: expect.stringMatching(reason) });
  expect(await itemsOf(ada)).toEqual([]);
});

test("what no database can hold is told and not tripped over", async () => {
  const ada = await seedCreator();
  const tag = `${"x".repeat(39)}🚢${"y".repeat(40)}`;
  const file = `asset_type,ingest_id,title,tags,mo\0od\nMOVIE,a\0b,A,,\nMOVIE,c,C,${tag},\nMOVIE,d,D\0,,\n`;
  const { summary, problems } = await bringIn(ada, file);
  expect(summary).toMatchObject({ skipped: 3, unknownColumns: ["mo\uFFFDod"] });
  expect(problems.items).toMatchObject([
    { column: "ingest_id", ingestId: "a\uFFFDb" },
    { column: "tags", message: expect.stringContaining("🚢") },
    { column: "title" },
  ]);
});

test("a run that was cut off goes on where it was; what it had done is neither repeated nor forgotten", async () => {
  const ada = await seedCreator();
  const rows = Array.from({ length: 640 }, (_, n) => `MOVIE,m${n},Film ${n},${n % 8 ? "2000" : "never"}`);
  const jobId = await upload(ada, ["asset_type,ingest_id,title,production_year", ...rows].join("\n"), false);
  const killed = new AbortController();
  killed.abort(new Error("killed"));
  await expect(runCsv(jobId, folder, killed.signal)).rejects.toThrow("killed");
  expect(await db.contentItem.count({ where: { ownerId: ada.userId } })).toBe(500);
  await runCsv(jobId, folder, running);
  const { status, summary, problems } = await report(ada, jobId);
  expect(status).toBe("done");
  expect(summary).toMatchObject({ rows: 640, created: 560, unchanged: 0, skipped: 80, errors: 80 });
  expect(problems.total).toBe(80);
  expect(await db.contentItem.count({ where: { ownerId: ada.userId } })).toBe(560);
});

test("a cancelled file stops", async () => {
  const ada = await seedCreator();
  const jobId = await upload(ada, CATALOGUE, false);
  await db.job.update({ where: { id: jobId }, data: { status: "failed" } });
  await runCsv(jobId, folder, running);
  expect(await itemsOf(ada)).toEqual([]);
});

test("an item that was deleted comes in again under its old ingest id", async () => {
  const ada = await seedCreator();
  const file = "asset_type,ingest_id,title\nMOVIE,m,Film\n";
  await bringIn(ada, file);
  const [first] = await itemsOf(ada);
  await deleteContent(ada, first!.id, false);
  expect((await bringIn(ada, file)).summary).toMatchObject({ created: 1 });
  const [second] = await itemsOf(ada);
  expect(second!.id).not.toBe(first!.id);
});

test("an entry without a file gets one later; a file that is here is not fetched again", async () => {
  const ada = await seedCreator();
  const file = (url: string) => `asset_type,ingest_id,title,source_url,duration\nMOVIE,m,Film,${url},90\n`;
  await bringIn(ada, file(""));
  expect((await bringIn(ada, file("https://example.com/a.m3u8"))).summary).toMatchObject({ updated: 1, imports: 1 });
  const [item] = await itemsOf(ada);
  expect(item).toMatchObject({ sourceKind: "external", status: "uploading", durationMs: 90_000 });
  const { summary, problems } = await bringIn(ada, file("https://example.com/b.mp4"));
  expect(summary).toMatchObject({ unchanged: 1, imports: 0, warnings: 1 });
  expect(problems.items).toMatchObject([{ line: 2, column: "source_url", severity: "warning" }]);
});

test("what is somebody else's is neither seen nor touched", async () => {
  const [ada, bob] = [await seedCreator(), await seedCreator()];
  await bringIn(ada, CATALOGUE);
  const [series] = await itemsOf(ada);
  const file = `asset_type,ingest_id,title,series_ingest_id\nMOVIE,${series!.id},Mine,\nEPISODE,e,E,harbour\n`;
  const { summary, problems } = await bringIn(bob, file);
  expect(summary).toMatchObject({ created: 1, skipped: 1 });
  expect(problems.items).toMatchObject([{ column: "series_ingest_id" }]);
  expect(await db.contentItem.findUnique({ where: { id: series!.id } })).toEqual(series);
});
