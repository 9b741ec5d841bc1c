import type { ContentType } from "../content/item-types";
import type { CsvColumn } from "./csv-columns";
import type { CellProblem, CsvRow } from "./csv-row";

/** An item as far as a catalogue file can say something of it. */
export interface KnownItem {
  id: string;
  type: ContentType;
  status: string;
  title: string;
  description: string;
  language: string | null;
  productionYear: number | null;
  durationMs: number | null;
  ageRatings: string[];
  genres: string[];
  tags: string[];
  /** Names of the static groups that it is in. */
  contentGroups: string[];
  /** Ingest id of its series, or its id where it has none. */
  seriesIngestId: string | null;
  seasonNumber: number | null;
  episodeNumber: number | null;
  sourceKind: "upload" | "url" | "external" | "none";
  sourceUrl: string | null;
  /** The address that its poster was last asked from. */
  posterUrl: string | null;
  /** Whether its file has been measured. */
  isMeasured: boolean;
  /** Whether other items belong to it. */
  hasEpisodes: boolean;
}

/** Fields that a row writes as they are. */
export type CsvFields = Pick<
  CsvRow,
  | "type"
  | "title"
  | "description"
  | "language"
  | "productionYear"
  | "durationMs"
  | "ageRatings"
  | "genres"
  | "tags"
  | "seasonNumber"
  | "episodeNumber"
>;

export interface RowPlan {
  action: "create" | "update" | "unchanged";
  /** Why the row cannot be brought in although it can be read. */
  refusal: CellProblem | null;
  fields: Partial<CsvFields>;
  /** The series to put it into, null to take it out; undefined leaves it. */
  seriesIngestId?: string | null;
  /** All static groups that it is to be in; undefined leaves them. */
  contentGroups?: string[];
  /** What is to be fetched. */
  sourceUrl?: string;
  posterUrl?: string;
  warnings: CellProblem[];
}

const PLAIN = [
  "type",
  "title",
  "description",
  "language",
  "productionYear",
  "ageRatings",
  "genres",
  "tags",
  "seasonNumber",
  "episodeNumber",
] as const satisfies (keyof CsvFields)[];

/**
 * What a row changes. Only what differs is in the plan, so that a file that was brought in before changes nothing.
 * `groupName` gives the name of the static group that a name means, undefined where there is none.
 */
export function planRow(
  row: CsvRow,
  known: KnownItem | null,
  groupName: (name: string) => string | undefined,
): RowPlan {
  const plan: RowPlan = { action: "unchanged", refusal: typeRefusal(row, known), fields: {}, warnings: [] };
  for (const field of PLAIN) {
    const value = row[field];
    if (value === undefined || (known && isSame(value, known[field]))) continue;
    Object.assign(plan.fields, { [field]: value });
  }
  planDuration(plan, row, known);
  planGroups(plan, row, known, groupName);
  if (row.seriesIngestId !== undefined && row.seriesIngestId !== (known?.seriesIngestId ?? null)) {
    plan.seriesIngestId = row.seriesIngestId;
  }
  planSource(plan, row, known);
  if (row.posterUrl && row.posterUrl !== known?.posterUrl) plan.posterUrl = row.posterUrl;

  const { fields, seriesIngestId, contentGroups, sourceUrl, posterUrl } = plan;
  const others = [seriesIngestId, contentGroups, sourceUrl, posterUrl];
  const changes = Object.keys(fields).length > 0 || others.some((value) => value !== undefined);
  plan.action = known ? (changes ? "update" : "unchanged") : "create";
  return plan;
}

/** Episodes would be left without a series, or an item without anything to play. */
function typeRefusal(row: CsvRow, known: KnownItem | null): CellProblem | null {
  if (!known || known.type === row.type) return null;
  const message =
    known.type === "series" && known.hasEpisodes
      ? "the series has episodes; take them out of it first"
      : known.sourceKind === "none" && isContainer(known.type) && !isContainer(row.type) && !row.sourceUrl
        ? `a ${known.type} without a file cannot become a ${row.type}`
        : null;
  return message === null ? null : { column: "asset_type", message };
}

/** A length is only a note until the file has been measured; containers have none of their own. */
function planDuration(plan: RowPlan, row: CsvRow, known: KnownItem | null): void {
  const wanted = row.durationMs;
  if (wanted === undefined || wanted === null || wanted === known?.durationMs) return;
  const refusal = isContainer(row.type)
    ? `a ${row.type} has no length of its own`
    : known?.isMeasured
      ? "the length was measured from the file and stays"
      : null;
  if (refusal) warn(plan, "duration", refusal);
  else plan.fields.durationMs = wanted;
}

function planGroups(
  plan: RowPlan,
  row: CsvRow,
  known: KnownItem | null,
  groupName: (name: string) => string | undefined,
): void {
  if (row.contentGroups === undefined) return;
  const names = new Set<string>();
  for (const name of row.contentGroups) {
    const found = groupName(name);
    if (found === undefined)
      warn(plan, "content_groups", `there is no content group “${name}” to which items can be added`);
    else names.add(found);
  }
  const now = new Set(known?.contentGroups);
  if (names.size === now.size && [...names].every((name) => now.has(name))) return;
  plan.contentGroups = [...names];
}

/** A file that is here or on its way is not fetched again: replacing what airs takes more than a cell. */
function planSource(plan: RowPlan, row: CsvRow, known: KnownItem | null): void {
  if (!row.sourceUrl || row.sourceUrl === known?.sourceUrl) return;
  if (known && known.sourceKind !== "none" && known.status !== "failed") {
    warn(plan, "source_url", "the item has its file already; it was not fetched again");
  } else plan.sourceUrl = row.sourceUrl;
}

function warn(plan: RowPlan, column: CsvColumn, message: string): void {
  plan.warnings.push({ column, message });
}

/** Lists are the same when they name the same things in the same order, however often. */
function isSame(value: unknown, known: unknown): boolean {
  if (!Array.isArray(value) || !Array.isArray(known)) return value === known;
  const once = [...new Set(known)];
  return value.length === once.length && value.every((name, index) => name === once[index]);
}

export function isContainer(type: ContentType): boolean {
  return type === "series" || type === "season";
}
