"use client";

import { keepPreviousData, useQueries, useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { useFirstAnswer } from "@/components/api/first-answers";
import type { ContentItem, ContentList } from "@/core/content/contract";
import { contentPage } from "./content-queries";
import { firstPageAddress, type LibraryQuery, PER_PAGE } from "./library-query";

/** Pages that fly by while somebody scrolls are not asked for. */
const SETTLE_MS = 90;
const FIRST = [1];

/** The library of any length: known are its first page and the pages on screen, the rest comes when it is reached. */
export function useLibraryItems(query: LibraryQuery) {
  const brought = useFirstAnswer<ContentList>(firstPageAddress(query));
  const first = useQuery({ ...contentPage(query, 1), ...brought, placeholderData: keepPreviousData });
  const [pages, setPages] = useState(FIRST);
  // What is shown of the filter before stays as it is until the answer for the new one is there.
  const further = first.isPlaceholderData ? [] : pages.filter((page) => page !== 1);
  const parts = useQueries({ queries: further.map((page) => contentPage(query, page)) });
  const byPage = new Map<number, ContentItem[]>([[1, first.data?.items ?? []]]);
  for (const [index, page] of further.entries()) byPage.set(page, parts[index]?.data?.items ?? []);
  const total = first.data?.total;

  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const show = useCallback((fromIndex: number, toIndex: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const [from, to] = [pageOf(fromIndex), pageOf(toIndex)];
      const next = Array.from({ length: to - from + 1 }, (_, index) => from + index);
      setPages((now) => (now.join() === next.join() ? now : next));
    }, SETTLE_MS);
  }, []);

  const itemAt = (index: number) => byPage.get(pageOf(index))?.[index % PER_PAGE];
  /** Ids of the items from one to the other, whichever comes first, as far as they are here. */
  const idsBetween = (fromId: string, toId: string) => {
    const ids = [...byPage.entries()].sort(([a], [b]) => a - b).flatMap(([, items]) => items.map(({ id }) => id));
    const [a, b] = [ids.indexOf(fromId), ids.indexOf(toId)];
    return a < 0 || b < 0 ? [toId] : ids.slice(Math.min(a, b), Math.max(a, b) + 1);
  };
  return { first, total, show, itemAt, idsBetween };
}

const pageOf = (index: number) => Math.floor(index / PER_PAGE) + 1;
