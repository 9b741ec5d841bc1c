"use client";

import { LibraryPages } from "@/components/library/library-pages";
import { buttonStyle } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import type { CsvReport } from "@/core/import/csv-contract";

const HEAD = "h-8 border-border border-b px-3 text-left font-medium text-muted text-xs";
const CELL = "border-border border-b px-3 py-2 align-top";

/** What is wrong with the file: where, and why. */
export function CsvProblems({ report, onPage }: { report: CsvReport; onPage: (page: number) => void }) {
  const { problems, summary, id } = report;
  if (problems.total === 0) return summary && <p className="text-muted">Every row can be read. Nothing to correct.</p>;
  return (
    <section aria-label="Problems">
      <div className="mb-2 flex flex-wrap items-center justify-between gap-3">
        <h3 className="font-semibold">
          {problems.total.toLocaleString()} {problems.total === 1 ? "problem" : "problems"}
        </h3>
        <a href={`/v1/creator/import/csv/${id}/problems.csv`} download className={buttonStyle({ size: "sm" })}>
          Download the list
        </a>
      </div>
      <table className="w-full table-fixed border-separate border-spacing-0">
        <thead>
          <tr>
            <th scope="col" className={cn(HEAD, "w-12 pl-0 sm:w-16")}>
              Line
            </th>
            <th scope="col" className={cn(HEAD, "w-28 sm:w-44")}>
              Column
            </th>
            <th scope="col" className={HEAD}>
              What is wrong
            </th>
          </tr>
        </thead>
        <tbody>
          {problems.items.map(({ line, column, severity, ingestId, message }) => (
            <tr key={`${line} ${column} ${message}`}>
              <td className={cn(CELL, "times pl-0")}>{line}</td>
              <td className={cn(CELL, "break-all font-mono text-sm")}>{column ?? "whole row"}</td>
              <td className={CELL}>
                <span className={severity === "error" ? "text-danger" : "text-warn"}>
                  {severity === "error" ? "Left out: " : "Note: "}
                  {message}
                </span>
                {ingestId && <span className="ml-2 break-all font-mono text-faint text-xs">{ingestId}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <LibraryPages list={problems} onPage={onPage} />
    </section>
  );
}
