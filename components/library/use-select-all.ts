"use client";

import { useCallback, useState } from "react";
import { toast } from "@/components/ui/notify";
import { allMatching } from "./content-queries";
import type { LibraryQuery } from "./library-query";
import { isContainer } from "./type-words";
import type { Selection } from "./use-selection";

/** Ticks every item that the filters leave, also those that were never on screen; or none, when any is ticked. */
export function useSelectAll(query: LibraryQuery, selection: Selection) {
  const [isChoosing, setChoosing] = useState(false);
  const chooseAll = useCallback(async () => {
    setChoosing(true);
    try {
      const items = await allMatching(query);
      selection.choose(items.filter((item) => !isContainer(item)).map(({ id }) => id));
    } catch (error) {
      toast.error("The items could not be selected", { description: (error as Error).message });
    }
    setChoosing(false);
  }, [query, selection]);
  return { chooseAll, isChoosing };
}
