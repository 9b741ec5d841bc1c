"use client";

import { Thumbnail } from "@/components/library/thumbnail";
import { Local } from "@/components/ui/local";
import type { Figures } from "@/core/analytics/contract";
import { countText, watchText } from "./figure-text";

interface FigureRow extends Figures {
  id: string;
  label: string;
  picture?: string | null;
  /** Viewers of this moment. */
  now?: number;
}

interface FigureTableProps {
  title: string;
  rows: readonly FigureRow[];
  /** Said before a name, for those who do not see what pressing it does. */
  openLabel: string;
  onOpen: (id: string) => void;
}

const HEAD = "py-2 pl-4 text-right font-medium text-muted text-xs whitespace-nowrap";
const CELL = "py-2 pl-4 text-right whitespace-nowrap";

/** Names with their figures; a bar behind each shows at a glance how they compare. */
export function FigureTable({ title, rows, openLabel, onOpen }: FigureTableProps) {
  const most = Math.max(1, ...rows.map(({ watchSeconds }) => watchSeconds));
  const hasNow = rows.some(({ now }) => now !== undefined);
  return (
    <section aria-label={title} className="rounded-lg border border-border bg-surface px-4 pt-4 pb-2">
      <h3 className="font-semibold">{title}</h3>
      <div className="overflow-x-auto">
        <table className="mt-1 w-full">
          <thead>
            <tr>
              <th scope="col" className="py-2 text-left font-medium text-muted text-xs">
                Name
              </th>
              {hasNow && (
                <th scope="col" className={HEAD}>
                  Now
                </th>
              )}
              <th scope="col" className={HEAD}>
                Viewers
              </th>
              <th scope="col" className={HEAD}>
                Views
              </th>
              <th scope="col" className={HEAD}>
                Watch time
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id} className="border-border border-t">
                <th scope="row" className="w-full max-w-0 py-2 text-left font-normal">
                  <span className="flex items-center gap-3">
                    {row.picture !== undefined && <Thumbnail url={row.picture} className="w-14" />}
                    <span className="min-w-24 flex-1">
                      <button
                        type="button"
                        aria-label={`${openLabel} ${row.label}`}
                        onClick={() => onOpen(row.id)}
                        className="block max-w-full truncate rounded-sm text-left font-medium hover:text-accent"
                      >
                        {row.label}
                      </button>
                      <span className="mt-1 block h-1 rounded-full bg-sunken" aria-hidden>
                        <span
                          className="block h-1 rounded-full bg-accent"
                          style={{ width: `${(row.watchSeconds / most) * 100}%` }}
                        />
                      </span>
                    </span>
                  </span>
                </th>
                {hasNow && (
                  <td className={CELL}>
                    <Local text={() => countText(row.now ?? 0)} />
                  </td>
                )}
                <td className={CELL}>
                  <Local text={() => countText(row.viewers)} />
                </td>
                <td className={CELL}>
                  <Local text={() => countText(row.views)} />
                </td>
                <td className={CELL}>
                  <Local text={() => watchText(row.watchSeconds)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
