"use client";

import { useState } from "react";

interface ChartTableProps {
  caption: string;
  heads: readonly string[];
  /** Made only when the table is opened: the words of a day by minutes cost more than its line. */
  rows: () => readonly (readonly string[])[];
}

/** Beyond this nobody reads on, and the file says it all. */
const MOST_ROWS = 1500;

/** What a chart draws, in words and figures, for those who cannot see it and those who want to know exactly. */
export function ChartTable({ caption, heads, rows }: ChartTableProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="mt-3" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="w-fit rounded-sm text-muted text-sm hover:text-text">As a table</summary>
      {isOpen && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it.
        <section aria-label={`${caption}, as a table`} className="mt-2 max-h-80 overflow-auto" tabIndex={0}>
          <table className="w-full text-sm">
            <caption className="sr-only">{caption}</caption>
            <thead>
              <tr>
                {heads.map((head, index) => (
                  <th
                    key={head}
                    scope="col"
                    className={`sticky top-0 bg-surface py-1 font-medium text-muted ${index === 0 ? "text-left" : "text-right"}`}
                  >
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows()
                .slice(0, MOST_ROWS)
                .map(([first, ...figures]) => (
                  <tr key={first} className="border-border border-t">
                    <th scope="row" className="py-1 text-left font-normal">
                      {first}
                    </th>
                    {figures.map((figure, index) => (
                      <td key={heads[index + 1]} className="py-1 text-right">
                        {figure}
                      </td>
                    ))}
                  </tr>
                ))}
            </tbody>
          </table>
        </section>
      )}
    </details>
  );
}
