"use client";

import { useEffect } from "react";
import { ApiError } from "@/components/api/client";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { SidePanel } from "@/components/ui/side-panel";
import { Skeleton } from "@/components/ui/skeleton";
import { useContentDetail } from "./content-queries";
import { DeleteItem } from "./delete-item";
import { ItemTabs } from "./item-tabs";
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
      {item && !isGone && <ItemTabs key={item.id} item={item} />}
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
