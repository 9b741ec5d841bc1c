"use client";

import { X } from "lucide-react";
import { useChannels } from "@/components/channels/use-channels";
import { useContentDetail, useLabels } from "@/components/library/content-queries";
import { IconButton } from "@/components/ui/icon-button";
import { Select } from "@/components/ui/select";
import type { ContentType } from "@/core/content/item-types";
import { CONTENT_TYPES } from "@/core/content/type-names";
import { useGroups } from "./groups/group-queries";
import { languageName } from "./language-name";
import type { LibraryQuery } from "./library-query";
import { TYPE_WORDS } from "./type-words";

interface LibraryFiltersProps {
  query: LibraryQuery;
  onChange: (change: Partial<LibraryQuery>) => void;
}

/** What the list is narrowed to, beside its search: type, channel, tag, genre, language, group and series. */
export function LibraryFilters({ query, onChange }: LibraryFiltersProps) {
  const labels = useLabels().data;
  const groups = useGroups().data?.items ?? [];
  const channels = useChannels().data?.items ?? [];
  const words = (name: "tags" | "genres" | "languages") => labels?.[name].map(({ label }) => label) ?? [];
  return (
    <>
      <FilterSelect
        label="Type"
        all="Every type"
        value={query.type}
        options={CONTENT_TYPES.map((type) => [type, TYPE_WORDS[type].many])}
        onChange={(type) => onChange({ type: type as ContentType | undefined })}
      />
      <FilterSelect
        label="Channel"
        all="Every channel"
        value={query.channel}
        options={channels.map(({ id, name }) => [id, name])}
        onChange={(channel) => onChange({ channel })}
      />
      <FilterSelect
        label="Tag"
        all="Every tag"
        value={query.tag}
        options={words("tags").map((tag) => [tag, tag])}
        onChange={(tag) => onChange({ tag })}
      />
      <FilterSelect
        label="Genre"
        all="Every genre"
        value={query.genre}
        options={words("genres").map((genre) => [genre, genre])}
        onChange={(genre) => onChange({ genre })}
      />
      <FilterSelect
        label="Language"
        all="Every language"
        value={query.language}
        options={words("languages").map((tag) => [tag, languageName(tag)])}
        onChange={(language) => onChange({ language })}
      />
      <FilterSelect
        label="Group"
        all="Every group"
        value={query.group}
        options={groups.map(({ id, name }) => [id, name])}
        onChange={(group) => onChange({ group })}
      />
      {query.series && <SeriesFilter id={query.series} onClear={() => onChange({ series: undefined })} />}
    </>
  );
}

interface FilterSelectProps {
  label: string;
  /** The choice that filters nothing. */
  all: string;
  value: string | undefined;
  options: (readonly [value: string, label: string])[];
  onChange: (value: string | undefined) => void;
}

/** Left out while there is nothing to choose; a value that is no longer among the options is still shown. */
function FilterSelect({ label, all, value, options, onChange }: FilterSelectProps) {
  if (options.length === 0 && value === undefined) return null;
  const isKnown = value === undefined || options.some(([option]) => option === value);
  return (
    <Select
      aria-label={label}
      className="w-auto min-w-32 flex-1 sm:w-36 sm:flex-none"
      value={value ?? ""}
      onChange={(event) => onChange(event.target.value || undefined)}
    >
      <option value="">{all}</option>
      {!isKnown && <option value={value}>{value}</option>}
      {options.map(([option, text]) => (
        <option key={option} value={option}>
          {text}
        </option>
      ))}
    </Select>
  );
}

/** There may be thousands of series, so one is chosen from its own page and only shown here. */
function SeriesFilter({ id, onClear }: { id: string; onClear: () => void }) {
  const series = useContentDetail(id).data;
  return (
    <span className="inline-flex h-8 max-w-full items-center rounded-md bg-accent-soft pl-2.5 text-accent">
      <span className="truncate">{series?.title ?? "Series"}</span>
      <IconButton label="Show items of every series" size="sm" onClick={onClear}>
        <X aria-hidden />
      </IconButton>
    </span>
  );
}
