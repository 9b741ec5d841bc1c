"use client";

import { useCallback, useMemo, useRef, useState } from "react";

export interface Selection {
  ids: ReadonlySet<string>;
  /** With `isRange` everything between the last one and this becomes as this. */
  toggle: (id: string, isRange?: boolean) => void;
  choose: (ids: readonly string[]) => void;
  clear: () => void;
}

/**
 * Which items are ticked; kept over filters, so that a group can be gathered from many places. `between` names the
 * items from one to another in the order of the list, as far as they are known.
 */
export function useSelection(between: (fromId: string, toId: string) => readonly string[]): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<string | null>(null);
  const range = useRef(between);
  range.current = between;
  const toggle = useCallback((id: string, isRange = false) => {
    const touched = isRange && last.current ? range.current(last.current, id) : [id];
    last.current = id;
    setIds((before) => {
      const after = new Set(before);
      const isOn = !before.has(id);
      for (const each of touched) isOn ? after.add(each) : after.delete(each);
      return after;
    });
  }, []);
  const choose = useCallback((all: readonly string[]) => setIds(new Set(all)), []);
  const clear = useCallback(() => setIds(new Set()), []);
  return useMemo(() => ({ ids, toggle, choose, clear }), [ids, toggle, choose, clear]);
}
