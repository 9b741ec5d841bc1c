import type { ListContentQuery } from "@/core/content/contract";
import type { ContentStatus } from "@/core/content/item-types";
import { STATUS_WORDS } from "./status-words";

export interface LibraryQuery {
  q: string;
  status: ContentStatus | undefined;
  sort: ListContentQuery["sort"];
  direction: ListContentQuery["direction"];
  page: number;
  view: "table" | "grid";
}

export const LIBRARY_DEFAULTS: LibraryQuery = {
  q: "",
  status: undefined,
  sort: "created_at",
  direction: "desc",
  page: 1,
  view: "table",
};

const SORTS: readonly string[] = ["created_at", "title", "duration", "views"];

/** The library's state from an address. What cannot be understood takes its default: addresses are typed by hand too. */
export function readLibraryQuery(search: { get(name: string): string | null }): LibraryQuery {
  const status = search.get("status");
  const sort = search.get("sort");
  const page = Number(search.get("page"));
  return {
    q: (search.get("q") ?? "").slice(0, 200),
    status: status && Object.hasOwn(STATUS_WORDS, status) ? (status as ContentStatus) : undefined,
    sort: sort && SORTS.includes(sort) ? (sort as LibraryQuery["sort"]) : LIBRARY_DEFAULTS.sort,
    direction: search.get("direction") === "asc" ? "asc" : "desc",
    page: Number.isInteger(page) && page > 0 && page <= 1_000_000 ? page : 1,
    view: search.get("view") === "grid" ? "grid" : "table",
  };
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
