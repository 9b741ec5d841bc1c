"use client";

import { ListOrdered } from "lucide-react";
import { useMemo } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { toast } from "@/components/ui/notify";
import { Skeleton } from "@/components/ui/skeleton";
import type { ContentItem } from "@/core/content/contract";
import type { ContentGroup } from "@/core/content/group-contract";
import { ItemPicker } from "../item-picker";
import { OrderedList } from "../ordered-list";
import { GroupItemLine } from "./group-item-line";
import { useGroupItems, useSetGroupItems } from "./group-queries";

/** The items of a group that is ordered by hand, and beside them the library to add from. */
export function StaticItems({ group }: { group: ContentGroup }) {
  const items = useGroupItems(group.id);
  const save = useSetGroupItems(group.id);
  const taken = useMemo(() => new Set(items.data?.map(({ id }) => id)), [items.data]);

  function set(next: ContentItem[]) {
    save.mutate(next, {
      onError: (error) => toast.error("The group could not be saved", { description: error.message }),
    });
  }

  function remove(item: ContentItem) {
    const before = items.data ?? [];
    set(before.filter(({ id }) => id !== item.id));
    toast(`“${item.title}” was taken out`, { action: { label: "Undo", onClick: () => set(before) } });
  }

  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 @3xl:grid-cols-[minmax(0,1fr)_20rem]">
      <div>
        {items.isPending && <Skeleton className="h-40 w-full" />}
        {items.isError && (
          <ErrorState
            title="The items could not be loaded"
            error={items.error}
            retrying={items.isFetching}
            onRetry={() => void items.refetch()}
          />
        )}
        {items.data?.length === 0 && (
          <EmptyState icon={<ListOrdered aria-hidden />} title="Nothing in this group yet">
            Add items from your library. They play in the order in which they stand here.
          </EmptyState>
        )}
        {items.data && items.data.length > 0 && (
          <OrderedList
            label={`Items of ${group.name}`}
            items={items.data}
            idOf={(item) => item.id}
            nameOf={(item) => item.title}
            renderMark={(_, index) => <span className="times w-7 text-right text-faint text-sm">{index + 1}</span>}
            renderItem={(item) => <GroupItemLine item={item} />}
            onOrder={set}
            onRemove={remove}
          />
        )}
      </div>
      <ItemPicker label="Add items" taken={taken} onAdd={(item) => set([...(items.data ?? []), item])} />
    </div>
  );
}
