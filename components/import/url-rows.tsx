"use client";

import { TYPE_WORDS } from "@/components/library/type-words";
import { Badge } from "@/components/ui/badge";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { ContentType } from "@/core/content/item-types";
import { CONTENT_TYPES } from "@/core/content/type-names";
import type { PastedRow } from "./pasted-rows";

interface UrlRowsProps {
  rows: readonly PastedRow[];
  onChange: (rows: PastedRow[]) => void;
}

/** What each address is to be called, and what it is. */
export function UrlRows({ rows, onChange }: UrlRowsProps) {
  const change = (url: string, fields: Partial<PastedRow>) =>
    onChange(rows.map((row) => (row.url === url ? { ...row, ...fields } : row)));
  return (
    <ul aria-label="What is imported" className="border-border border-t">
      {rows.map((row) => (
        <li
          key={row.url}
          className="grid gap-x-3 gap-y-1.5 border-border border-b py-2.5 sm:grid-cols-[minmax(0,1fr)_9rem] sm:items-center"
        >
          <p className="flex min-w-0 items-center gap-2 text-muted text-sm sm:col-span-2">
            <span className="truncate font-mono" title={row.url}>
              {row.url}
            </span>
            {row.kind === "external" && <Badge tone="accent">linked</Badge>}
          </p>
          <Input
            aria-label={`Title of ${row.url}`}
            value={row.title}
            maxLength={200}
            placeholder={row.guess || "Title from the source"}
            onChange={(event) => change(row.url, { title: event.target.value })}
          />
          <Select
            aria-label={`Type of ${row.url}`}
            value={row.type}
            onChange={(event) => change(row.url, { type: event.target.value as ContentType })}
          >
            {CONTENT_TYPES.map((type) => (
              <option key={type} value={type}>
                {TYPE_WORDS[type].one}
              </option>
            ))}
          </Select>
        </li>
      ))}
    </ul>
  );
}
