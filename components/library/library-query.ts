import { withQuery } from "@/components/api/client";
import type { ListContentQuery } from "@/core/content/contract";
import type { ContentStatus, ContentType } from "@/core/content/item-types";
import { CONTENT_TYPES } from "@/core/content/type-names";
import { STATUS_WORDS } from "./status-words";

export interface LibraryQuery {
  q: string;
  status: ContentStatus | undefined;
  type: ContentType | undefined;
  tag: string | undefined;
  genre: string | undefined;
  language: string | undefined;
  /** Ids of a series and of a content group. */
  series: string | undefined;
  group: string | undefined;
  /** Id of the channel that items belong to. */
  channel: string | undefined;
  sort: ListContentQuery["sort"];
  direction: ListContentQuery["direction"];
  view: "table" | "grid";
}

/** Filters, all of which "Show everything" takes away. */
export const NO_FILTERS = {
  q: "",
  status: undefined,
  type: undefined,
  tag: undefined,
  genre: undefined,
  language: undefined,
  series: undefined,
  group: undefined,
  channel: undefined,
} as const satisfies Partial<LibraryQuery>;

export const LIBRARY_DEFAULTS: LibraryQuery = {
  ...NO_FILTERS,
  sort: "created_at",
  direction: "desc",
  view: "table",
};

/** Items that are asked for at a time. */
export const PER_PAGE = 50;

/** As the API takes it. */
export function listParams(query: LibraryQuery) {
  return {
    q: query.q,
    status: query.status,
    type: query.type,
    tag: query.tag,
    genre: query.genre,
    language: query.language,
    series_id: query.series,
    group_id: query.group,
    channel_id: query.channel,
    sort: query.sort,
    direction: query.direction,
  };
}

const SORTS: readonly string[] = ["created_at", "title", "duration", "views"];
const TYPES: readonly string[] = CONTENT_TYPES;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The library's state from an address. What cannot be understood takes its default: addresses are typed by hand too. */
export function readLibraryQuery(search: { get(name: string): string | null }): LibraryQuery {
  const status = search.get("status");
  const type = search.get("type");
  const sort = search.get("sort");
  const word = (name: string, longest: number) => search.get(name)?.slice(0, longest) || undefined;
  const id = (name: string) => (ID.test(search.get(name) ?? "") ? (search.get(name) ?? undefined) : undefined);
  return {
    q: (search.get("q") ?? "").slice(0, 200),
    status: status && Object.hasOwn(STATUS_WORDS, status) ? (status as ContentStatus) : undefined,
    type: type && TYPES.includes(type) ? (type as ContentType) : undefined,
    tag: word("tag", 60),
    genre: word("genre", 60),
    language: word("language", 35),
    series: id("series"),
    group: id("group"),
    channel: id("channel"),
    sort: sort && SORTS.includes(sort) ? (sort as LibraryQuery["sort"]) : LIBRARY_DEFAULTS.sort,
    direction: search.get("direction") === "asc" ? "asc" : "desc",
    view: search.get("view") === "grid" ? "grid" : "table",
  };
}

/** Where the first page of what an address shows is asked for. */
export function libraryAddress(search: URLSearchParams): string {
  return firstPageAddress(readLibraryQuery(search));
}

export function firstPageAddress(query: LibraryQuery): string {
  return withQuery("/v1/creator/content", { ...listParams(query), page: 1, per_page: PER_PAGE });
}

const ITEM_PREFIX = "/library/";

/** The item whose panel is open beside the list, from the path of the address. */
export function openItemIdOf(pathname: string): string | null {
  return pathname.startsWith(ITEM_PREFIX) ? decodeURIComponent(pathname.slice(ITEM_PREFIX.length)) || null : null;
}

/** Whether something is left out of the list. */
export function isFilteredBy(query: LibraryQuery): boolean {
  return Object.keys(NO_FILTERS).some((name) => Boolean(query[name as keyof typeof NO_FILTERS]));
}

/** The address of a state, with its question mark; defaults are left out. */
export function writeLibraryQuery(query: LibraryQuery): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === LIBRARY_DEFAULTS[name as keyof LibraryQuery]) continue;
    search.set(name, String(value));
  }
  const text = search.toString();
  return text ? `?${text}` : "";
}
