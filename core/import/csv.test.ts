import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { guarded, joinList, splitList, unguarded } from "./csv-cells";
import { CSV_COLUMNS, type CsvColumn, headerProblem, readHeader } from "./csv-columns";
import { delimiterOf } from "./csv-delimiter";
import { exportRow, TEMPLATE_ROWS } from "./csv-export-row";
import { type KnownItem, planRow } from "./csv-plan";
import { type CsvRow, readRow } from "./csv-row";

const REQUIRED = ["asset_type", "ingest_id", "title"] as const;
const KNOWN: KnownItem & { ingestId: string } = {
  id: "01936f4e-0000-7000-8000-000000000000",
  ingestId: "a",
  type: "movie",
  status: "ready",
  title: "Film",
  description: "",
  language: null,
  productionYear: null,
  durationMs: null,
  ageRatings: [],
  genres: [],
  tags: [],
  contentGroups: [],
  seriesIngestId: null,
  seasonNumber: null,
  episodeNumber: null,
  sourceKind: "upload",
  sourceUrl: null,
  posterUrl: null,
  isMeasured: false,
  hasEpisodes: false,
};
const anyGroup = (name: string) => name;

/** A row with these cells; the required ones are good unless given. */
function read(cells: Partial<Record<CsvColumn, string>>) {
  const all = { asset_type: "MOVIE", ingest_id: "a", title: "Film", ...cells };
  return readRow(Object.keys(all) as CsvColumn[], Object.values(all));
}

function rowOf(cells: Partial<Record<CsvColumn, string>>): CsvRow {
  const result = read(cells);
  if ("problems" in result) throw new Error(JSON.stringify(result.problems));
  return result.row;
}

describe("cells", () => {
  test("no guarded cell is a formula, and every text survives", () => {
    const texts = fc.oneof(fc.string(), fc.stringMatching(/^'*[=+\-@\t\r\n'].*$/));
    fc.assert(
      fc.property(texts, (text) => {
        expect(guarded(text)).not.toMatch(/^[=+\-@\t\r\n]/);
        expect(unguarded(guarded(text))).toBe(text);
      }),
    );
  });

  test("every list of names survives, whatever the names hold", () => {
    const name = fc
      .string({ minLength: 1 })
      .map((text) => text.trim())
      .filter(Boolean);
    fc.assert(
      fc.property(fc.uniqueArray(name), (names) => {
        expect(splitList(joinList(names))).toEqual(names);
      }),
    );
  });

  test("a list as people write it", () => {
    expect(splitList(" Drama |Travel||Drama| ")).toEqual(["Drama", "Travel"]);
    expect(splitList("")).toEqual([]);
  });
});

describe("header", () => {
  test("case, spaces and order do not matter; what is unknown is named", () => {
    const header = readHeader(["Title", "Ingest ID", "mood", "asset-type"]);
    expect(header.columns).toEqual(["title", "ingest_id", null, "asset_type"]);
    expect(header.unknown).toEqual(["mood"]);
    expect(headerProblem(header)).toBeNull();
  });

  test("what is missing or there twice is said", () => {
    expect(headerProblem(readHeader(["title"]))).toContain("asset_type, ingest_id");
    expect(headerProblem(readHeader([...REQUIRED, "Tags", "tags"]))).toContain("tags");
  });

  test.each([
    ["a,b;c,d\n;;;;;;", ","],
    ['"a,b,c,d";b;c', ";"],
    ["a\tb\tc", "\t"],
    ["a", ","],
    ["\n\na;b\n,,,,", ";"],
  ])("the delimiter of %j is %j", (start, delimiter) => {
    expect(delimiterOf(start)).toBe(delimiter);
  });
});

describe("rows", () => {
  test.each([
    ["5400", 5_400_000],
    ["90.5", 90_500],
    ["1:30:00", 5_400_000],
    ["12:05", 725_000],
    ["61.021", 61_021],
    ["", null],
  ])("a duration of %j", (cell, ms) => expect(rowOf({ duration: cell }).durationMs).toBe(ms));

  test.each([
    ["asset_type", "FILM"],
    ["ingest_id", " "],
    ["title", ""],
    ["title", "x".repeat(201)],
    ["language", "de_"],
    ["production_year", "1869"],
    ["production_year", "2000.5"],
    ["duration", "-3"],
    ["duration", "0"],
    ["age_ratings", "x".repeat(31)],
    ["tags", Array.from({ length: 51 }, (_, n) => n).join("|")],
    ["season_number", "two"],
    ["source_url", "example.com/a.mp4"],
  ] as const)("%s may not be %j", (column, cell) => {
    expect(read({ [column]: cell })).toMatchObject({ problems: [{ column }] });
  });

  test("all problems of a row are told at once; a row of another width is one", () => {
    expect(read({ asset_type: "x", language: "y y" })).toMatchObject({
      problems: [{ column: "asset_type" }, { column: "language" }],
    });
    expect(readRow([...REQUIRED], ["MOVIE", "a"])).toMatchObject({ problems: [{ column: null }] });
  });

  test("a series belongs to no series, and nothing to itself", () => {
    expect(read({ asset_type: "SERIES", series_ingest_id: "b" })).toHaveProperty("problems");
    expect(read({ asset_type: "EPISODE", series_ingest_id: "a" })).toHaveProperty("problems");
  });

  test("the template can be read", () => {
    for (const cells of TEMPLATE_ROWS.slice(1)) expect(readRow([...CSV_COLUMNS], cells)).toHaveProperty("row");
  });
});

describe("plans", () => {
  test("what an export says of an item changes nothing in it", () => {
    const words = fc.uniqueArray(fc.stringMatching(/^[^\s\0][^\0]{0,20}[^\s\0]$/), { maxLength: 3 });
    const item = fc.record({
      title: fc.stringMatching(/^[^\s\0][^\0]{0,40}[^\s\0]$/),
      description: fc.string().filter((text) => !text.includes("\0")),
      language: fc.constantFrom(null, "de", "pt-BR"),
      productionYear: fc.option(fc.integer({ min: 1870, max: 2200 })),
      durationMs: fc.option(fc.integer({ min: 1, max: 86_400_000 })),
      ageRatings: words,
      genres: words,
      tags: words,
      contentGroups: words,
      seasonNumber: fc.option(fc.integer({ min: 0, max: 9999 })),
      sourceUrl: fc.option(fc.webUrl().map((url) => new URL(url).href)),
    });
    fc.assert(
      fc.property(item, (fields) => {
        const known = { ...KNOWN, ...fields };
        const result = readRow([...CSV_COLUMNS], exportRow(known));
        if ("problems" in result) throw new Error(JSON.stringify(result.problems));
        expect(planRow(result.row, known, anyGroup)).toEqual({
          action: "unchanged",
          refusal: null,
          fields: {},
          warnings: [],
        });
      }),
    );
  });

  test("only what differs is written", () => {
    const row = rowOf({ title: "Film", tags: "sea", genres: "" });
    const plan = planRow(row, { ...KNOWN, genres: ["Drama"], tags: ["sea"] }, anyGroup);
    expect(plan).toMatchObject({ action: "update", fields: { genres: [] } });
    expect(Object.keys(plan.fields)).toEqual(["genres"]);
  });

  test("groups are the same in any order; one that does not exist is a warning", () => {
    const known = { ...KNOWN, contentGroups: ["A", "B"] };
    expect(planRow(rowOf({ content_groups: "B|A" }), known, anyGroup).action).toBe("unchanged");
    expect(planRow(rowOf({ content_groups: "A" }), known, anyGroup).contentGroups).toEqual(["A"]);
    const plan = planRow(rowOf({ content_groups: "A|B|C" }), known, (name) => (name === "C" ? undefined : name));
    expect(plan).toMatchObject({ action: "unchanged", warnings: [{ column: "content_groups" }] });
  });

  test("a length is a note until the file was measured", () => {
    const row = rowOf({ duration: "90" });
    expect(planRow(row, KNOWN, anyGroup).fields).toEqual({ durationMs: 90_000 });
    expect(planRow(row, { ...KNOWN, isMeasured: true, durationMs: 91_000 }, anyGroup)).toMatchObject({
      action: "unchanged",
      warnings: [{ column: "duration" }],
    });
  });

  test("a file is fetched where there is none, or where fetching failed", () => {
    const row = rowOf({ source_url: "https://e.com/b.mp4" });
    const none = { ...KNOWN, sourceKind: "none", status: "uploading" } as const;
    const failed = { ...KNOWN, sourceKind: "url", status: "failed", sourceUrl: "https://e.com/a.mp4" } as const;
    for (const known of [null, none, failed]) {
      expect(planRow(row, known, anyGroup).sourceUrl).toBe("https://e.com/b.mp4");
    }
    expect(planRow(row, { ...failed, status: "ready" }, anyGroup)).toMatchObject({ action: "unchanged" });
  });

  test("a series with episodes stays one; a season without a file becomes no movie", () => {
    const series = { ...KNOWN, type: "series", sourceKind: "none" } as const;
    expect(planRow(rowOf({}), { ...series, hasEpisodes: true }, anyGroup).refusal).toMatchObject({
      column: "asset_type",
    });
    expect(planRow(rowOf({}), series, anyGroup).refusal).not.toBeNull();
    expect(planRow(rowOf({ asset_type: "SEASON" }), series, anyGroup).refusal).toBeNull();
  });
});
