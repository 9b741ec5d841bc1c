"use client";

import { Skeleton } from "@/components/ui/skeleton";
import type { GroupRules } from "@/core/content/group-rules";
import { GroupItemLine } from "./group-item-line";
import { useRulesPreview } from "./group-queries";
import { sizeText } from "./size-text";

/** How many items the rules find, and the first of them; follows every change at once. */
export function RulesPreview({ rules }: { rules: GroupRules | null }) {
  const preview = useRulesPreview(rules);
  return (
    <section aria-label="What the rules find" className="rounded-lg border border-border bg-surface p-4">
      <h2 className="eyebrow">Now in this group</h2>
      {rules === null && <p className="mt-2 text-muted">Complete a condition to see what it finds.</p>}
      {rules !== null && preview.isPending && <Skeleton className="mt-2 h-24 w-full" />}
      {rules !== null && preview.isError && (
        <p role="alert" className="mt-2 text-danger">
          {preview.error.message}
        </p>
      )}
      {rules !== null && preview.data && (
        <>
          <p className="times mt-1 text-xl" role="status" data-testid="rules-count">
            {sizeText(preview.data)}
          </p>
          {preview.data.itemCount === 0 && <p className="mt-2 text-muted">Nothing in your library fits these rules.</p>}
          <ul className="mt-3 flex flex-col gap-2">
            {preview.data.items.map((item) => (
              <li key={item.id}>
                <GroupItemLine item={item} />
              </li>
            ))}
          </ul>
          {preview.data.itemCount > preview.data.items.length && (
            <p className="mt-2 text-muted text-sm">
              and {(preview.data.itemCount - preview.data.items.length).toLocaleString()} more
            </p>
          )}
        </>
      )}
    </section>
  );
}
