import { formatDayTime } from "@/components/ui/format-time";
import type { Decision } from "@/core/moderation/contract";
import { decisionWords } from "./decision-words";

/** All that was decided about one item, newest first. */
export function DecisionHistory({ decisions }: { decisions: readonly Decision[] }) {
  if (decisions.length === 0) return <p className="text-muted text-sm">Nobody has decided about it yet.</p>;
  return (
    <ol className="flex flex-col text-sm">
      {decisions.map((decision) => (
        <li key={decision.id} className="border-border border-t py-1.5 first:border-t-0">
          <p className="flex flex-wrap items-baseline justify-between gap-x-3">
            <span>{decisionWords(decision)}</span>
            <time dateTime={decision.at} className="times text-muted">
              {formatDayTime(decision.at)}
            </time>
          </p>
          {decision.note && <p className="break-words text-muted">“{decision.note}”</p>}
        </li>
      ))}
    </ol>
  );
}
