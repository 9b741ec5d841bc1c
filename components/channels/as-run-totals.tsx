import type { AsRunTotals as Totals } from "@/core/guide/as-run-contract";
import { lengthText } from "@/core/schedule/grid-text";
import { cn } from "../ui/cn";

/** What the days came to, in one line of figures. */
export function AsRunTotals({ totals }: { totals: Totals }) {
  const figures = [
    { label: "Programmes", text: lengthText(totals.contentSeconds * 1000) },
    { label: "Filler", text: lengthText(totals.fillerSeconds * 1000) },
    { label: "Slate", text: lengthText(totals.slateSeconds * 1000) },
    { label: "Missed blocks", text: totals.missed.toLocaleString(), isBad: totals.missed > 0 },
  ];
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-md border border-border bg-border sm:grid-cols-4">
      {figures.map(({ label, text, isBad }) => (
        <div key={label} className="bg-surface px-4 py-2.5">
          <dt className="text-muted text-sm">{label}</dt>
          <dd className={cn("times font-semibold text-lg", isBad && "text-danger")}>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
