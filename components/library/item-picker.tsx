"use client";

import { Check, Plus, Search } from "lucide-react";
import { useDeferredValue, useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Skeleton } from "@/components/ui/skeleton";
import type { ContentItem } from "@/core/content/contract";
import { useContentSearch } from "./content-queries";
import { GroupItemLine } from "./groups/group-item-line";
import { isContainer } from "./type-words";

interface ItemPickerProps {
  label: string;
  /** Ids that are in the list already. */
  taken: ReadonlySet<string>;
  onAdd: (item: ContentItem) => void;
}

/** Finds items of the library by title and adds them one after the other. */
export function ItemPicker({ label, taken, onAdd }: ItemPickerProps) {
  const [text, setText] = useState("");
  const found = useContentSearch(useDeferredValue(text.trim()));
  const items = found.data?.items.filter((item) => !isContainer(item)) ?? [];
  return (
    <section aria-label={label} className="rounded-lg border border-border bg-surface p-4">
      <h2 className="eyebrow">{label}</h2>
      <div className="relative mt-2">
        <Search className="pointer-events-none absolute top-2 left-2.5 size-4 text-muted" aria-hidden />
        <Input
          type="search"
          aria-label="Search titles"
          placeholder="Search titles"
          maxLength={200}
          className="pl-8"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      {found.isPending && <Skeleton className="mt-3 h-20 w-full" />}
      {found.isError && (
        <p role="alert" className="mt-3 text-danger">
          {found.error.message}
        </p>
      )}
      {found.data && items.length === 0 && (
        <p className="mt-3 text-muted">{text ? "Nothing matches." : "Your library is empty."}</p>
      )}
      <ul className="mt-3 flex max-h-96 flex-col gap-1 overflow-y-auto">
        {items.map((item) => (
          <li key={item.id} className="flex items-center gap-2">
            <div className="min-w-0 flex-1">
              <GroupItemLine item={item} />
            </div>
            {taken.has(item.id) ? (
              <span className="flex items-center gap-1 px-2 text-muted text-sm">
                <Check className="size-3.5" aria-hidden />
                Added
              </span>
            ) : (
              <Button
                size="sm"
                icon={<Plus aria-hidden />}
                aria-label={`Add ${item.title}`}
                onClick={() => onAdd(item)}
              >
                Add
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
