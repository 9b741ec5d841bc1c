"use client";

import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useSearchParams } from "next/navigation";
import { useEffect, useRef } from "react";
import { useIsLive } from "@/components/ui/local";
import type { ContentItem } from "@/core/content/contract";
import { LibraryHead } from "./library-head";
import type { LibraryQuery } from "./library-query";
import { LibraryRow, WaitingRow } from "./library-row";
import { focusItem, moveByKeys } from "./list-keys";
import { usePendingDeletes } from "./pending-deletes";
import { useListOffset } from "./use-list-offset";
import type { Selection } from "./use-selection";

export interface LibraryListProps {
  total: number;
  itemAt: (index: number) => ContentItem | undefined;
  /** Told which rows are on screen, so that they are there when they are looked at. */
  onShow: (fromIndex: number, toIndex: number) => void;
  channelNames: ReadonlyMap<string, string>;
  openId: string | null;
  selection: Selection;
}

interface LibraryTableProps extends LibraryListProps {
  query: LibraryQuery;
  onChange: (change: Partial<LibraryQuery>) => void;
  onSelectAll: () => void;
}

/** Of a row with its picture; rows that say more are measured. */
const ROW_PX = 71;
const COLUMNS = 8;
/** Drawn before anybody knows how tall the window is; on most it fills it. */
const FIRST_ROWS = 16;

/**
 * The library in rows, of which only those on screen exist. What does not fit beside an open panel or on a narrow
 * screen moves under the title.
 */
export function LibraryTable(props: LibraryTableProps) {
  const { total, itemAt, onShow, channelNames, openId, selection, query, onChange, onSelectAll } = props;
  const search = useSearchParams().toString();
  const body = useRef<HTMLTableSectionElement>(null);
  const going = usePendingDeletes();
  const scrollMargin = useListOffset(body);
  const virtual = useWindowVirtualizer({ count: total, estimateSize: () => ROW_PX, overscan: 6, scrollMargin });
  const rows = useIsLive() ? virtual.getVirtualItems() : firstRows(total);
  const [from, to] = [rows[0]?.index ?? 0, rows.at(-1)?.index ?? 0];
  useEffect(() => onShow(from, to), [onShow, from, to]);
  const above = (rows[0]?.start ?? scrollMargin) - scrollMargin;
  const below = virtual.getTotalSize() - ((rows.at(-1)?.end ?? scrollMargin) - scrollMargin);

  function step(index: number) {
    const at = Math.min(total - 1, Math.max(0, index));
    if (at < from || at > to) virtual.scrollToIndex(at);
    focusItem(body.current, at);
  }

  return (
    <table
      aria-label="Items"
      aria-rowcount={total + 1}
      className="w-full border-separate border-spacing-0"
      onKeyDown={(event) => moveByKeys(event, step, selection)}
    >
      <LibraryHead
        query={query}
        onChange={onChange}
        isAllSelected={selection.ids.size > 0 && selection.ids.size >= total}
        onSelectAll={onSelectAll}
      />
      <tbody ref={body}>
        {above > 0 && <Spacer px={above} />}
        {rows.map(({ index, key }) => {
          const item = itemAt(index);
          return item ? (
            <LibraryRow
              key={key}
              ref={virtual.measureElement}
              index={index}
              item={item}
              channelName={item.channelId ? (channelNames.get(item.channelId) ?? null) : null}
              search={search}
              isOpen={item.id === openId}
              isSelected={selection.ids.has(item.id)}
              isGoing={going.has(item.id)}
              onToggle={selection.toggle}
            />
          ) : (
            <WaitingRow key={key} index={index} columns={COLUMNS} />
          );
        })}
        {below > 0 && <Spacer px={below} />}
      </tbody>
    </table>
  );
}

/** What the virtualizer says of a list that is not scrolled. */
function firstRows(total: number) {
  return Array.from({ length: Math.min(total, FIRST_ROWS) }, (_, index) => {
    return { index, key: index, start: index * ROW_PX, end: (index + 1) * ROW_PX };
  });
}

/** Stands for the rows that are not there. */
function Spacer({ px }: { px: number }) {
  return (
    <tr aria-hidden style={{ height: px }}>
      <td colSpan={COLUMNS} className="p-0" />
    </tr>
  );
}
