"use client";

import { useEffect } from "react";
import { DetailPanel } from "@/components/ui/detail-panel";
import { Skeleton } from "@/components/ui/skeleton";
import { useContentDetail } from "./content-queries";
import { DeleteItem } from "./delete-item";
import { ItemTabs } from "./item-tabs";
import { closePanel } from "./library-address";

/** One item beside the list, at an address of its own. */
export function ItemPanel({ id }: { id: string }) {
  const query = useContentDetail(id);
  const { data: item } = query;
  useEffect(() => {
    if (item) document.title = `${item.title} · Lineup`;
    return () => {
      document.title = "Library · Lineup";
    };
  }, [item]);
  return (
    <DetailPanel
      query={query}
      titleOf={({ title }) => title}
      onClose={closePanel}
      actions={(found) => <DeleteItem item={found} />}
      skeleton={<PanelSkeleton />}
      gone={{ title: "This item is not in your library", text: "It may have been deleted." }}
    >
      {(found) => <ItemTabs key={found.id} item={found} />}
    </DetailPanel>
  );
}

function PanelSkeleton() {
  return (
    <>
      <Skeleton className="aspect-video w-full rounded-none" />
      <div className="flex flex-col gap-5 p-5">
        <Skeleton className="h-8 w-full" />
        <Skeleton className="h-20 w-full" />
        <Skeleton className="h-8 w-full" />
        <Skeleton className="h-8 w-2/3" />
      </div>
    </>
  );
}
