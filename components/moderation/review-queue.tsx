"use client";

import { Check, ShieldCheck, ShieldX, X } from "lucide-react";
import { type ReactNode, useCallback, useMemo, useState } from "react";
import { LibraryPages } from "@/components/library/library-pages";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { IconButton } from "@/components/ui/icon-button";
import { Skeleton } from "@/components/ui/skeleton";
import { useNow } from "@/components/ui/use-now";
import type { ReviewItem } from "@/core/moderation/contract";
import { BlockDialog } from "./block-dialog";
import { ReviewPanel } from "./review-panel";
import { useReviewList } from "./review-queries";
import { ReviewRow } from "./review-row";
import { type ReviewAddress, STATUS_OF_TAB } from "./use-review-address";
import { useReviewKeys } from "./use-review-keys";
import { useVerdicts } from "./use-verdicts";

interface ReviewQueueProps {
  /** What stands above the list; the panel stands beside both. */
  head: ReactNode;
  tab: keyof typeof STATUS_OF_TAB;
  address: ReviewAddress;
  go: (changes: Partial<ReviewAddress>, isStep?: boolean) => void;
}

const EMPTY = {
  waiting: { title: "Nothing waits", words: "What is brought in appears here as soon as it can be watched." },
  blocked: { title: "Nothing is blocked", words: "Blocked items stay here until they are deleted or let go." },
  ready: { title: "Nothing is ready", words: "Whatever may be scheduled and watched stands here." },
} as const;
const NOTHING: readonly ReviewItem[] = [];

/** The items of one state, and beside them the one that is open. Once it is decided about, the next one opens. */
export function ReviewQueue({ head, tab, address, go }: ReviewQueueProps) {
  const list = useReviewList({ status: STATUS_OF_TAB[tab], q: address.q, page: address.page });
  const items = list.data?.items ?? NOTHING;
  const nowMs = useNow();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const chosen = useMemo(() => items.filter(({ id }) => selected.has(id)), [items, selected]);
  const openAt = items.findIndex(({ id }) => id === address.item);

  const onDecided = useCallback(
    (ids: readonly string[]) => {
      setSelected((before) => new Set([...before].filter((id) => !ids.includes(id))));
      if (!address.item || !ids.includes(address.item)) return;
      const after = items.slice(openAt + 1).find(({ id }) => !ids.includes(id));
      const before = items.slice(0, Math.max(0, openAt)).findLast(({ id }) => !ids.includes(id));
      go({ item: (after ?? before)?.id ?? null }, false);
    },
    [address.item, go, items, openAt],
  );
  const verdicts = useVerdicts({ onDecided });
  const open = items[openAt];
  const toggle = (id: string) =>
    setSelected((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]));

  useReviewKeys({
    onStep: (step) => {
      const next = items[openAt < 0 ? (step > 0 ? 0 : items.length - 1) : openAt + step];
      if (!next) return;
      go({ item: next.id }, openAt < 0);
      document.querySelector(`[data-review-item="${next.id}"]`)?.scrollIntoView({ block: "nearest" });
    },
    onApprove: () => open && !verdicts.isBusy && verdicts.approve(open),
    onBlock: () => open && open.status !== "blocked" && verdicts.askToBlock({ items: [open], isMany: false }),
    onSelect: () => open && toggle(open.id),
  });

  const { blocking } = verdicts;
  return (
    <div className="flex">
      <section aria-label="Review" className="min-w-0 flex-1">
        {head}
        {list.isPending ? (
          <QueueSkeleton />
        ) : !list.data ? (
          <ErrorState
            title="The queue could not be loaded"
            error={list.error ?? new Error("There is no answer.")}
            retrying={list.isFetching}
            onRetry={() => void list.refetch()}
          />
        ) : items.length === 0 ? (
          <EmptyState icon={<ShieldCheck aria-hidden />} title={address.q ? "Nothing matches" : EMPTY[tab].title}>
            {address.q ? "Search looks into titles, and names and addresses of owners." : EMPTY[tab].words}
          </EmptyState>
        ) : (
          <ul aria-label="Items" aria-busy={list.isPlaceholderData}>
            {items.map((item) => (
              <ReviewRow
                key={item.id}
                item={item}
                nowMs={nowMs}
                isOpen={item.id === address.item}
                isSelected={selected.has(item.id)}
                onOpen={() => go({ item: item.id })}
                onSelect={() => toggle(item.id)}
              />
            ))}
          </ul>
        )}
        {list.data && <LibraryPages list={list.data} onPage={(page) => go({ page, item: null })} />}
        {chosen.length > 0 && (
          <section
            aria-label="Selected items"
            className="sticky bottom-16 z-20 mx-4 my-4 flex flex-wrap items-center gap-2 rounded-lg border border-border bg-raised py-2 pr-2 pl-4 shadow-raised md:bottom-4 md:mx-6"
          >
            <p className="mr-auto font-medium" role="status">
              {chosen.length.toLocaleString()} selected
            </p>
            {tab !== "ready" && (
              <Button
                icon={<Check aria-hidden />}
                disabled={verdicts.isBusy}
                onClick={() => verdicts.approveAll(chosen)}
              >
                {tab === "blocked" ? "Lift the blocks" : "Approve all"}
              </Button>
            )}
            {tab !== "blocked" && (
              <Button
                tone="danger"
                icon={<ShieldX aria-hidden />}
                disabled={verdicts.isBusy}
                onClick={() => verdicts.askToBlock({ items: chosen, isMany: true })}
              >
                Block all
              </Button>
            )}
            <IconButton label="Select nothing" onClick={() => setSelected(new Set())}>
              <X aria-hidden />
            </IconButton>
          </section>
        )}
      </section>
      {address.item && (
        <ReviewPanel
          key={address.item}
          id={address.item}
          busy={verdicts.isBusy}
          onApprove={verdicts.approve}
          onBlock={(item) => verdicts.askToBlock({ items: [item], isMany: false })}
          onClose={() => go({ item: null })}
        />
      )}
      {blocking && (
        <BlockDialog
          what={blocking.isMany ? `${blocking.items.length} items` : `“${blocking.items[0]?.title}”`}
          busy={verdicts.isBusy}
          onBlock={verdicts.block}
          onClose={() => verdicts.askToBlock(null)}
        />
      )}
    </div>
  );
}

export function QueueSkeleton() {
  return (
    <div aria-busy="true" className="flex flex-col">
      {["w-64", "w-44", "w-72", "w-56"].map((width) => (
        <div key={width} className="flex items-center gap-3 border-border border-b px-4 py-2 md:px-6">
          <Skeleton className="aspect-video w-24 shrink-0" />
          <div className="flex flex-1 flex-col gap-2">
            <Skeleton className={`h-4 max-w-full ${width}`} />
            <Skeleton className="h-3 w-32" />
          </div>
        </div>
      ))}
    </div>
  );
}
