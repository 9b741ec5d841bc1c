"use client";

import { ScrollText } from "lucide-react";
import { LibraryPages } from "@/components/library/library-pages";
import { STATUS_WORDS } from "@/components/library/status-words";
import { Thumbnail } from "@/components/library/thumbnail";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { formatDayTime } from "@/components/ui/format-time";
import type { DecisionList } from "@/core/moderation/contract";
import { decisionWords } from "./decision-words";
import { useDecisions } from "./review-queries";
import { QueueSkeleton } from "./review-queue";
import { type ReviewAddress, STATUS_OF_TAB } from "./use-review-address";

interface DecisionsViewProps {
  page: number;
  go: (changes: Partial<ReviewAddress>) => void;
}

/** Everything that was ever decided, newest first. */
export function DecisionsView({ page, go }: DecisionsViewProps) {
  const decisions = useDecisions(page);
  if (decisions.isPending) return <QueueSkeleton />;
  if (!decisions.data) {
    return (
      <ErrorState
        title="The decisions could not be loaded"
        error={decisions.error ?? new Error("There is no answer.")}
        retrying={decisions.isFetching}
        onRetry={() => void decisions.refetch()}
      />
    );
  }
  const { items } = decisions.data;
  if (items.length === 0) {
    return (
      <EmptyState icon={<ScrollText aria-hidden />} title="Nothing has been decided yet">
        Every approval and every block is kept here, with who made it and why.
      </EmptyState>
    );
  }
  return (
    <>
      <ol aria-label="Decisions" aria-busy={decisions.isPlaceholderData}>
        {items.map((decision) => (
          <DecisionRow key={decision.id} decision={decision} go={go} />
        ))}
      </ol>
      <LibraryPages list={decisions.data} onPage={(next) => go({ page: next })} />
    </>
  );
}

type Listed = DecisionList["items"][number];

function DecisionRow({ decision, go }: { decision: Listed; go: DecisionsViewProps["go"] }) {
  const { item, owner, note, at, removedBlocks } = decision;
  const tab = (Object.keys(STATUS_OF_TAB) as (keyof typeof STATUS_OF_TAB)[]).find(
    (name) => STATUS_OF_TAB[name] === item.status,
  );
  return (
    <li className="flex items-start gap-3 border-border border-b px-4 py-2.5 md:px-6">
      <Thumbnail url={item.thumbnailUrl} className="w-16" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2">
          {tab ? (
            <button
              type="button"
              onClick={() => go({ tab, item: item.id, page: 1, q: "" })}
              className="max-w-full truncate rounded-sm text-left font-medium hover:text-accent"
            >
              {item.title}
            </button>
          ) : (
            <span className="max-w-full truncate font-medium text-muted line-through">{item.title}</span>
          )}
          <StateBadge status={item.status} />
        </p>
        <p className="break-words text-sm">
          {decisionWords(decision)} <span className="text-muted">· of {owner.name}</span>
          {removedBlocks > 0 && (
            <span className="text-muted">
              {" "}
              · {removedBlocks.toLocaleString()} {removedBlocks === 1 ? "block" : "blocks"} left the guides
            </span>
          )}
        </p>
        {note && <p className="break-words text-muted text-sm">“{note}”</p>}
      </div>
      <time dateTime={at} className="times shrink-0 text-muted text-sm">
        {formatDayTime(at)}
      </time>
    </li>
  );
}

function StateBadge({ status }: { status: Listed["item"]["status"] }) {
  if (status === "deleted") return <Badge>Deleted</Badge>;
  const { label, tone } = STATUS_WORDS[status];
  return <Badge tone={tone}>{label}</Badge>;
}
