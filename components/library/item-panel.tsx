"use client";

import { useEffect } from "react";
import { ApiError } from "@/components/api/client";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { SidePanel } from "@/components/ui/side-panel";
import { Skeleton } from "@/components/ui/skeleton";
import type { ContentDetail } from "@/core/content/contract";
import { useContentDetail } from "./content-queries";
import { DeleteItem } from "./delete-item";
import { RenditionsTable, SourceFactsList } from "./item-facts";
import { ItemFields } from "./item-fields";
import { ItemPreview } from "./item-preview";
import { ItemSchedule } from "./item-schedule";
import { closePanel } from "./library-address";

/** One item beside the list, at an address of its own. */
export function ItemPanel({ id }: { id: string }) {
  const { data: item, error, isFetching, refetch } = useContentDetail(id);
  useEffect(() => {
    if (item) document.title = `${item.title} · Lineup`;
    return () => {
      document.title = "Library · Lineup";
    };
  }, [item]);
  const isGone = error instanceof ApiError && error.status === 404;
  return (
    <SidePanel
      title={item?.title ?? (isGone ? "Not found" : "…")}
      onClose={closePanel}
      actions={item && <DeleteItem item={item} />}
    >
      {item && !isGone && <ItemDetails item={item} />}
      {!item && !error && <PanelSkeleton />}
      {isGone && (
        <EmptyState title="This item is not in your library" action={<Button onClick={closePanel}>Close</Button>}>
          It may have been deleted.
        </EmptyState>
      )}
      {error && !item && !isGone && (
        <ErrorState
          title="The item could not be loaded"
          error={error}
          retrying={isFetching}
          onRetry={() => void refetch()}
        />
      )}
    </SidePanel>
  );
}

function ItemDetails({ item }: { item: ContentDetail }) {
  return (
    <>
      <ItemPreview item={item} />
      <div className="flex flex-col gap-7 px-5 py-5">
        <ItemFields item={item} />
        <section aria-labelledby="item-schedule">
          <h3 id="item-schedule" className="eyebrow mb-2">
            On the schedule
          </h3>
          <ItemSchedule usedBy={item.usedBy} />
        </section>
        {item.renditions.length > 0 && (
          <section aria-labelledby="item-renditions">
            <h3 id="item-renditions" className="eyebrow mb-2">
              Renditions
            </h3>
            <RenditionsTable renditions={item.renditions} />
          </section>
        )}
        <section aria-labelledby="item-source">
          <h3 id="item-source" className="eyebrow mb-2">
            Source
          </h3>
          <SourceFactsList item={item} />
        </section>
      </div>
    </>
  );
}

function PanelSkeleton() {
  return (
    <div aria-busy="true">
      <Skeleton className="aspect-video w-full rounded-none" />
      <div className="flex flex-col gap-5 p-5">
        <Skeleton className="h-8 w-full" />
        <Skeleton className="h-20 w-full" />
        <Skeleton className="h-8 w-full" />
        <Skeleton className="h-8 w-2/3" />
      </div>
    </div>
  );
}
