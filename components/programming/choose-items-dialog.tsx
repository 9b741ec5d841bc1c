"use client";

import { useState } from "react";
import { runtimeText } from "@/core/schedule/grid-text";
import { Thumbnail } from "../library/thumbnail";
import { useContentBin } from "../schedule/use-content-bin";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { ErrorState } from "../ui/error-state";
import { Input } from "../ui/input";
import { Skeleton } from "../ui/skeleton";

interface ChooseItemsDialogProps {
  chosen: readonly string[];
  onChoose: (ids: string[]) => void;
  onClose: () => void;
}

/** Picks items of the library by ticking them, in the order in which they are ticked. */
export function ChooseItemsDialog({ chosen, onChoose, onClose }: ChooseItemsDialogProps) {
  const [search, setSearch] = useState("");
  const [ids, setIds] = useState<readonly string[]>(chosen);
  const { query, items, total } = useContentBin(search);
  const toggle = (id: string) => setIds(ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Choose content"
      description="Ready items of your library. They keep the order in which you tick them."
      footer={
        <>
          <span className="mr-auto self-center text-muted text-sm">{ids.length} chosen</span>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            tone="primary"
            onClick={() => {
              onChoose([...ids]);
              onClose();
            }}
          >
            Use these
          </Button>
        </>
      }
    >
      <Input
        type="search"
        aria-label="Search the library"
        placeholder="Search by title"
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      {query.isPending && <Skeleton className="mt-3 h-40 w-full" />}
      {query.isError && items.length === 0 && (
        <ErrorState
          title="The library could not be loaded"
          error={query.error}
          onRetry={() => query.refetch()}
          className="py-6"
        />
      )}
      {query.data && total === 0 && (
        <p className="py-8 text-center text-muted">
          {search ? `Nothing ready is called “${search}”.` : "Nothing in the library is ready yet."}
        </p>
      )}
      <ul className="mt-2">
        {items.map((item) => (
          <li key={item.id}>
            <label className="flex cursor-pointer items-center gap-3 rounded-md p-1.5 hover:bg-hover">
              <input
                type="checkbox"
                className="size-4 shrink-0 accent-accent"
                checked={ids.includes(item.id)}
                onChange={() => toggle(item.id)}
              />
              <Thumbnail url={item.thumbnailUrl} className="w-16" />
              <span className="min-w-0 flex-1 truncate">{item.title}</span>
              <span className="times text-muted text-sm">{runtimeText((item.durationSeconds ?? 0) * 1000)}</span>
            </label>
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <Button className="mt-2 w-full" busy={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
          Show more
        </Button>
      )}
    </Dialog>
  );
}
