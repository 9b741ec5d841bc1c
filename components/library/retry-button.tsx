"use client";

import { cn } from "@/components/ui/cn";
import { toast } from "@/components/ui/notify";
import type { ContentItem } from "@/core/content/contract";
import { useRetryContent } from "./content-queries";

/** Converts a failed item once more. */
export function RetryButton({ item, className }: { item: ContentItem; className?: string }) {
  const retry = useRetryContent();
  return (
    <button
      type="button"
      disabled={retry.isPending}
      onClick={() =>
        retry.mutate(item.id, {
          onError: (error) => toast.error(`“${item.title}” could not be retried`, { description: error.message }),
        })
      }
      className={cn(
        "relative z-1 rounded-sm font-medium underline underline-offset-2 hover:no-underline disabled:opacity-50",
        className,
      )}
    >
      {retry.isPending ? "Retrying…" : "Retry"}
    </button>
  );
}
