"use client";

import { cn } from "@/components/ui/cn";
import { Select } from "@/components/ui/select";
import type { JobList } from "@/core/import/job-list-contract";
import { JOB_STATES } from "@/core/import/job-names";
import type { JobsQuery } from "./import-queries";
import { STATE_WORDS } from "./job-words";

interface JobsFilterProps {
  query: JobsQuery;
  counts: JobList["counts"] | null;
  onChange: (change: Partial<JobsQuery>) => void;
}

/** Which jobs are shown, with how many there are of each. */
export function JobsFilter({ query, counts, onChange }: JobsFilterProps) {
  const all = counts && Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 md:px-6">
      <fieldset className="flex flex-wrap gap-1">
        <legend className="sr-only">State</legend>
        <Choice label="All" count={all} isOn={!query.status} onChoose={() => onChange({ status: undefined })} />
        {JOB_STATES.map((state) => (
          <Choice
            key={state}
            label={STATE_WORDS[state]}
            count={counts?.[state] ?? null}
            isOn={query.status === state}
            onChoose={() => onChange({ status: state })}
          />
        ))}
      </fieldset>
      <Select
        aria-label="Kind"
        className="w-44"
        value={query.kind ?? ""}
        onChange={(event) => onChange({ kind: (event.target.value || undefined) as JobsQuery["kind"] })}
      >
        <option value="">Items and files</option>
        <option value="import">Items only</option>
        <option value="csv">Catalogue files only</option>
      </Select>
    </div>
  );
}

interface ChoiceProps {
  label: string;
  count: number | null;
  isOn: boolean;
  onChoose: () => void;
}

function Choice({ label, count, isOn, onChoose }: ChoiceProps) {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      onClick={onChoose}
      className={cn(
        "flex h-8 items-center gap-1.5 rounded-md px-2.5 text-muted transition-colors hover:bg-hover hover:text-text",
        isOn && "bg-pressed font-medium text-text",
      )}
    >
      {label}
      {count !== null && <span className="times text-faint text-sm">{count.toLocaleString()}</span>}
    </button>
  );
}
