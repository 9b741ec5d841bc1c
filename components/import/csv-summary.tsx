import { cn } from "@/components/ui/cn";
import type { CsvReport, CsvSummary } from "@/core/import/csv-contract";

const ENCODINGS = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16",
  "utf-16be": "UTF-16",
  "windows-1252": "Latin letters of Windows (Windows-1252, Latin-1)",
} as const;
const DELIMITERS: Record<string, string> = { ",": "commas", ";": "semicolons", "\t": "tabs" };

/** The file in figures, and how it was read. */
export function CsvSummaryView({ report, summary }: { report: CsvReport; summary: CsvSummary }) {
  const figures: [label: string, count: number, tone?: string][] = [
    [report.dryRun ? "New" : "Made", summary.created],
    [report.dryRun ? "To change" : "Changed", summary.updated],
    ["As they are", summary.unchanged],
    ["Left out", summary.skipped, summary.skipped > 0 ? "text-danger" : undefined],
    ["To fetch", summary.imports],
  ];
  return (
    <section aria-label="Summary">
      <dl className="flex flex-wrap gap-x-8 gap-y-3 border-border border-y py-3">
        {figures.map(([label, count, tone]) => (
          <div key={label}>
            <dt className="text-muted text-sm">{label}</dt>
            <dd className={cn("times font-semibold text-xl", tone)}>{count.toLocaleString()}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 max-w-[80ch] text-muted">
        {summary.rows.toLocaleString()} rows, read as {ENCODINGS[summary.encoding]}, cells separated by{" "}
        {DELIMITERS[summary.delimiter] ?? summary.delimiter}.
      </p>
      {summary.encoding === "windows-1252" && (
        <p className="mt-1 max-w-[80ch] text-warn">
          The file is not UTF-8. If letters such as ä or é look wrong below or in the library, save it as “CSV UTF-8”
          and choose it again.
        </p>
      )}
      {summary.unknownColumns.length > 0 && (
        <p className="mt-1 max-w-[80ch] text-warn">
          These columns mean nothing here and were left out: {summary.unknownColumns.join(", ")}.
        </p>
      )}
    </section>
  );
}
