"use client";

import { LayoutGrid, ListFilter, Rows3 } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { later } from "@/components/ui/later";
import { Select } from "@/components/ui/select";
import type { ContentStatus } from "@/core/content/item-types";
import { isFilteredBy, type LibraryQuery, NO_FILTERS } from "./library-query";
import { SearchField } from "./search-field";
import { STATUS_WORDS } from "./status-words";

/** Come when they are opened. */
const LibraryFilters = later(() => import("./library-filters").then((module) => module.LibraryFilters));

const SORTS = {
  "created_at-desc": "Newest first",
  "created_at-asc": "Oldest first",
  "title-asc": "Title A–Z",
  "title-desc": "Title Z–A",
  "duration-desc": "Longest first",
  "duration-asc": "Shortest first",
  "views-desc": "Most viewed first",
  "views-asc": "Least viewed first",
} as const;

/** What is always in sight. */
const HERE = { q: "", status: undefined } as const;

interface LibraryToolbarProps {
  query: LibraryQuery;
  onChange: (change: Partial<LibraryQuery>, how?: "push" | "replace") => void;
}

/** What is shown and in which order. */
export function LibraryToolbar({ query, onChange }: LibraryToolbarProps) {
  // The series are a part of the library of their own, so their type is no filter that must be seen.
  const ownType = query.type === "series" ? query.type : undefined;
  const isNarrowed = isFilteredBy({ ...query, ...HERE, type: ownType ? undefined : query.type });
  const [areFiltersOpen, setFiltersOpen] = useState(isNarrowed);
  const otherView = query.view === "grid" ? "table" : "grid";
  return (
    <search className="flex flex-wrap items-center gap-2 px-4 py-3 md:px-6">
      <SearchField label="Search titles" text={query.q} onChange={(q) => onChange({ q }, "replace")} />
      <Select
        aria-label="Status"
        className="w-auto flex-1 sm:w-36 sm:flex-none"
        value={query.status ?? ""}
        onChange={(event) => onChange({ status: (event.target.value || undefined) as ContentStatus | undefined })}
      >
        <option value="">Every status</option>
        {Object.entries(STATUS_WORDS).map(([status, { label }]) => (
          <option key={status} value={status}>
            {label}
          </option>
        ))}
      </Select>
      <Button
        icon={<ListFilter aria-hidden />}
        className={isNarrowed ? "border-accent text-accent" : undefined}
        aria-expanded={areFiltersOpen}
        aria-controls="more-filters"
        onPointerEnter={LibraryFilters.prepare}
        onFocus={LibraryFilters.prepare}
        onClick={() => setFiltersOpen(!areFiltersOpen)}
      >
        <span className="sr-only sm:not-sr-only">Filters</span>
      </Button>
      <Select
        aria-label="Order"
        className="w-auto flex-1 sm:w-44 sm:flex-none"
        value={`${query.sort}-${query.direction}`}
        onChange={(event) => {
          const [sort, direction] = event.target.value.split("-") as [LibraryQuery["sort"], LibraryQuery["direction"]];
          onChange({ sort, direction });
        }}
      >
        {Object.entries(SORTS).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
      <IconButton
        label={otherView === "grid" ? "Show as pictures" : "Show as a table"}
        className="ml-auto"
        onClick={() => onChange({ view: otherView }, "replace")}
      >
        {otherView === "grid" ? <LayoutGrid aria-hidden /> : <Rows3 aria-hidden />}
      </IconButton>
      {areFiltersOpen && (
        <div id="more-filters" className="flex w-full flex-wrap items-center gap-2">
          <LibraryFilters query={query} onChange={onChange} />
          {(isNarrowed || query.status) && (
            <Button tone="quiet" onClick={() => onChange({ ...NO_FILTERS, q: query.q, type: ownType })}>
              Clear filters
            </Button>
          )}
        </div>
      )}
    </search>
  );
}
