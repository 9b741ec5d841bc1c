"use client";

import { useSearchParams } from "next/navigation";
import { useCallback, useMemo } from "react";
import type { ListContentQuery } from "@/core/content/contract";
import type { ContentStatus } from "@/core/content/item-types";
import {
  isFilteredBy,
  LIBRARY_DEFAULTS,
  type LibraryQuery,
  NO_FILTERS,
  readLibraryQuery,
  writeLibraryQuery,
} from "./library-query";

export type { LibraryQuery } from "./library-query";

/** What the library shows, kept in the address: a link to it shows the same, and Back undoes a filter. */
export function useLibraryQuery() {
  const search = useSearchParams();
  const query = useMemo(() => readLibraryQuery(search), [search]);
  const change = useCallback((next: Partial<LibraryQuery>, how: "push" | "replace" = "push") => {
    const now = readLibraryQuery(new URLSearchParams(window.location.search));
    const text = writeLibraryQuery({ ...now, ...next });
    const address = `${window.location.pathname}${text}`;
    if (how === "push") window.history.pushState(null, "", address);
    else window.history.replaceState(null, "", address);
  }, []);
  const isFiltered = isFilteredBy(query);
  const clear = useCallback(() => change(NO_FILTERS), [change]);
  return { query, change, isFiltered, clear, defaults: LIBRARY_DEFAULTS };
}

export type Sort = `${ListContentQuery["sort"]}-${ListContentQuery["direction"]}`;
export type StatusFilter = ContentStatus | "";
