"use client";

import { useCallback, useMemo, useState } from "react";

export interface Selection {
  ids: ReadonlySet<string>;
  toggle: (id: string) => void;
  /** Chooses all of these, or none of them when all are chosen already. */
  toggleAll: (ids: readonly string[]) => void;
  clear: () => void;
}

/** Which items are ticked; kept over pages and filters, so that a group can be gathered from many places. */
export function useSelection(): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const toggle = useCallback((id: string) => {
    setIds((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  }, []);
  const toggleAll = useCallback((all: readonly string[]) => {
    setIds((before) => {
      const after = new Set(before);
      const isComplete = all.every((id) => before.has(id));
      for (const id of all) isComplete ? after.delete(id) : after.add(id);
      return after;
    });
  }, []);
  const clear = useCallback(() => setIds(new Set()), []);
  return useMemo(() => ({ ids, toggle, toggleAll, clear }), [ids, toggle, toggleAll, clear]);
}
