"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import type { ContentList } from "@/core/content/contract";

interface LibraryPagesProps {
  list: Pick<ContentList, "total" | "page" | "perPage">;
  onPage: (page: number) => void;
}

/** Which part of the list this is, and the parts beside it. */
export function LibraryPages({ list, onPage }: LibraryPagesProps) {
  const last = Math.max(1, Math.ceil(list.total / list.perPage));
  if (last === 1) return null;
  const from = (list.page - 1) * list.perPage + 1;
  const to = Math.min(list.total, list.page * list.perPage);
  return (
    <nav aria-label="Pages" className="flex items-center justify-end gap-1 px-4 py-3 md:px-6">
      <p className="times mr-2 text-muted text-sm">
        {from.toLocaleString()}–{to.toLocaleString()} of {list.total.toLocaleString()}
      </p>
      <IconButton label="Page before" disabled={list.page <= 1} onClick={() => onPage(list.page - 1)}>
        <ChevronLeft aria-hidden />
      </IconButton>
      <IconButton label="Page after" disabled={list.page >= last} onClick={() => onPage(list.page + 1)}>
        <ChevronRight aria-hidden />
      </IconButton>
    </nav>
  );
}
