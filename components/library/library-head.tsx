"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { cn } from "@/components/ui/cn";
import type { LibraryQuery } from "./library-query";

const HEAD = "h-8 border-border border-b px-3 text-left font-medium text-muted text-xs";

interface LibraryHeadProps {
  query: LibraryQuery;
  onChange: (change: Partial<LibraryQuery>) => void;
  isAllSelected: boolean;
  onSelectAll: () => void;
}

/** The names of the columns; pressing one that can order the list orders it, pressing it again turns the order round. */
export function LibraryHead({ query, onChange, isAllSelected, onSelectAll }: LibraryHeadProps) {
  const sortable = { query, onChange };
  return (
    <thead className="hidden @2xl:table-header-group">
      <tr>
        <th scope="col" className={cn(HEAD, "w-10 pr-0 pl-4 md:pl-6")}>
          <input
            type="checkbox"
            aria-label="Select all items"
            className="block size-4 accent-accent"
            checked={isAllSelected}
            onChange={onSelectAll}
          />
        </th>
        <SortHead label="Title" sort="title" first="asc" {...sortable} />
        <th scope="col" className={cn(HEAD, "w-48")}>
          Status
        </th>
        <SortHead label="Duration" sort="duration" first="desc" className="w-24 text-right" {...sortable} />
        <th scope="col" className={cn(HEAD, "hidden w-40 @4xl:table-cell")}>
          Channel
        </th>
        <th scope="col" className={cn(HEAD, "hidden w-48 @6xl:table-cell")}>
          Tags
        </th>
        <SortHead
          label="Views"
          sort="views"
          first="desc"
          className="hidden w-24 min-w-18 text-right @5xl:table-cell"
          {...sortable}
        />
        <SortHead
          label="Added"
          sort="created_at"
          first="desc"
          className="hidden w-32 min-w-34 pr-4 text-right @3xl:table-cell md:pr-6"
          {...sortable}
        />
      </tr>
    </thead>
  );
}

interface SortHeadProps {
  label: string;
  sort: LibraryQuery["sort"];
  /** The order in which one looks for such a thing. */
  first: LibraryQuery["direction"];
  className?: string;
  query: LibraryQuery;
  onChange: (change: Partial<LibraryQuery>) => void;
}

function SortHead({ label, sort, first, className, query, onChange }: SortHeadProps) {
  const isInForce = query.sort === sort;
  const turned = query.direction === "asc" ? "desc" : "asc";
  const Arrow = query.direction === "asc" ? ArrowUp : ArrowDown;
  return (
    <th
      scope="col"
      aria-sort={isInForce ? (query.direction === "asc" ? "ascending" : "descending") : undefined}
      className={cn(HEAD, className)}
    >
      <button
        type="button"
        onClick={() => onChange({ sort, direction: isInForce ? turned : first })}
        className={cn("inline-flex items-center gap-1 rounded-sm hover:text-text", isInForce && "text-text")}
      >
        {label}
        {isInForce && <Arrow className="size-3" aria-hidden />}
      </button>
    </th>
  );
}
