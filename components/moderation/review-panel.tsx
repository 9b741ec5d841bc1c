"use client";

import { Check, ShieldX } from "lucide-react";
import type { ReactNode } from "react";
import { SourceFactsList } from "@/components/library/item-facts";
import { statusWords } from "@/components/library/status-words";
import { TYPE_WORDS } from "@/components/library/type-words";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { DetailPanel } from "@/components/ui/detail-panel";
import { formatDayTime } from "@/components/ui/format-time";
import { Kbd } from "@/components/ui/kbd";
import { Skeleton } from "@/components/ui/skeleton";
import type { ReviewDetail } from "@/core/moderation/contract";
import { DecisionHistory } from "./decision-history";
import { ReviewPreview } from "./review-preview";
import { useReviewDetail } from "./review-queries";

interface ReviewPanelProps {
  id: string;
  busy: boolean;
  onApprove: (item: ReviewDetail) => void;
  onBlock: (item: ReviewDetail) => void;
  onClose: () => void;
}

/** Everything about one item that is to be decided about, and the decision. */
export function ReviewPanel({ id, busy, onApprove, onBlock, onClose }: ReviewPanelProps) {
  return (
    <DetailPanel
      query={useReviewDetail(id)}
      titleOf={({ title }) => title}
      onClose={onClose}
      footer={(item) => <Verdict item={item} busy={busy} onApprove={onApprove} onBlock={onBlock} />}
      skeleton={<Skeleton className="aspect-video w-full rounded-none" />}
      gone={{ title: "This item is gone", text: "Its owner has deleted it." }}
    >
      {(item) => <Facts item={item} />}
    </DetailPanel>
  );
}

function Verdict({
  item,
  busy,
  onApprove,
  onBlock,
}: Omit<ReviewPanelProps, "id" | "onClose"> & { item: ReviewDetail }) {
  const { status } = item;
  const isOpen = status === "pending_moderation" || status === "blocked" || status === "ready";
  if (!isOpen) return <p className="text-muted">It is being converted again. Decide once it waits for review.</p>;
  return (
    <div className="flex flex-wrap gap-2">
      {status !== "ready" && (
        <Button tone="primary" icon={<Check aria-hidden />} disabled={busy} onClick={() => onApprove(item)}>
          {status === "blocked" ? "Lift the block" : "Approve"}
          <Kbd>A</Kbd>
        </Button>
      )}
      {status !== "blocked" && (
        <Button tone="danger" icon={<ShieldX aria-hidden />} disabled={busy} onClick={() => onBlock(item)}>
          Block
          <Kbd>B</Kbd>
        </Button>
      )}
    </div>
  );
}

function Facts({ item }: { item: ReviewDetail }) {
  const { label, tone } = statusWords(item);
  const labels = [...item.genres, ...item.tags, ...item.ageRatings];
  return (
    <>
      <ReviewPreview item={item} />
      <div className="flex flex-col gap-6 p-5">
        <div className="flex flex-col gap-2">
          <p className="flex flex-wrap items-center gap-2">
            <Badge tone={tone}>{label}</Badge>
            <span className="text-muted text-sm">{TYPE_WORDS[item.type].one}</span>
            {item.waitingSince && (
              <span className="times text-muted text-sm">Waits since {formatDayTime(item.waitingSince)}</span>
            )}
          </p>
          {item.error && <p className="break-words text-warn">{item.error.message}</p>}
          {item.description && <p className="whitespace-pre-line break-words">{item.description}</p>}
          {labels.length > 0 && <p className="break-words text-muted text-sm">{labels.join(" · ")}</p>}
        </div>
        <Part title="Owner">
          <p className="break-words text-sm">
            {item.owner.name} <span className="text-muted">· {item.owner.email}</span>
          </p>
          {item.usedBy.length > 0 && (
            <p className="mt-1 text-muted text-sm">
              On the guide {item.usedBy.length === 1 ? "once" : `${item.usedBy.length.toLocaleString()} times`} from now
              on
            </p>
          )}
        </Part>
        <Part title="Source">
          <SourceFactsList item={item} />
        </Part>
        <Part title="Decisions">
          <DecisionHistory decisions={item.decisions} />
        </Part>
      </div>
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="eyebrow mb-2">{title}</h3>
      {children}
    </section>
  );
}
