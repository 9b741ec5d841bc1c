"use client";

import { FolderUp, SearchX, Tv } from "lucide-react";
import dynamic from "next/dynamic";
import { type ReactNode, useMemo, useState } from "react";
import { useChannels } from "@/components/channels/use-channels";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { later } from "@/components/ui/later";
import { Local } from "@/components/ui/local";
import { UploadButton } from "@/components/uploads/upload-button";
import { useOpenItemId } from "./library-address";
import { LibraryGrid } from "./library-grid";
import { LibraryNav } from "./library-nav";
import { isFilteredBy } from "./library-query";
import { LibrarySkeleton } from "./library-skeleton";
import { LibraryTable } from "./library-table";
import { LibraryToolbar } from "./library-toolbar";
import { NewSeriesButton } from "./new-series-button";
import { useLibraryItems } from "./use-library-items";
import { useLibraryQuery } from "./use-library-query";
import { useSelectAll } from "./use-select-all";
import { useSelection } from "./use-selection";

const loadPanel = () => import("./item-panel").then((module) => module.ItemPanel);
/** Comes with the first item that is opened. */
const OpenedPanel = later(loadPanel);
/** Of an item that is open when the page comes: the server draws it, too. */
const ServedPanel = dynamic(loadPanel);

/** Comes with the first item that is ticked. */
const SelectionBar = later(() => import("./selection-bar").then((module) => module.SelectionBar));

/** Everything the creator has brought in, and beside it the item that is open. */
export function LibraryView() {
  const { query, change, isFiltered, clear } = useLibraryQuery();
  const { first, total, show, itemAt, idsBetween } = useLibraryItems(query);
  const channels = useChannels().data?.items;
  const openId = useOpenItemId();
  const [servedId] = useState(openId);
  const Panel = openId === servedId ? ServedPanel : OpenedPanel;
  const channelNames = useMemo(() => new Map(channels?.map(({ id, name }) => [id, name])), [channels]);
  const selection = useSelection(idsBetween);
  const { chooseAll, isChoosing } = useSelectAll(query, selection);
  const toggleAll = () => (selection.ids.size > 0 ? selection.clear() : void chooseAll());
  const isSeriesView = query.type === "series";

  let body: ReactNode;
  if (first.isPending) body = <LibrarySkeleton />;
  else if (first.error && total === undefined) {
    body = (
      <ErrorState
        title="The library could not be loaded"
        error={first.error}
        retrying={first.isFetching}
        onRetry={() => void first.refetch()}
      />
    );
  } else if (!total) {
    const isOnlySeries = isSeriesView && !isFilteredBy({ ...query, type: undefined });
    if (isOnlySeries) body = <NoSeries />;
    else body = isFiltered ? <NothingFound onClear={clear} /> : <EmptyLibrary />;
  } else {
    const list = { total, itemAt, onShow: show, channelNames, openId, selection };
    body =
      query.view === "grid" ? (
        <LibraryGrid {...list} />
      ) : (
        <LibraryTable {...list} query={query} onChange={change} onSelectAll={toggleAll} />
      );
  }

  return (
    <div className="flex">
      <section aria-label="Library" className="@container min-w-0 flex-1">
        <PageHeader
          title="Library"
          aside={
            total ? (
              <span className="times">
                <Local text={() => total.toLocaleString()} />
              </span>
            ) : null
          }
          actions={
            <>
              {isSeriesView && <NewSeriesButton />}
              <UploadButton />
            </>
          }
        />
        <LibraryNav />
        {(isFiltered || total !== 0) && <LibraryToolbar query={query} onChange={change} />}
        {body}
        {selection.ids.size > 0 && (
          <SelectionBar
            selection={selection}
            matching={total ?? 0}
            isChoosing={isChoosing}
            onChooseAll={() => void chooseAll()}
            channels={channels ?? []}
          />
        )}
      </section>
      {openId && <Panel key={openId} id={openId} />}
    </div>
  );
}

function NoSeries() {
  return (
    <EmptyState icon={<Tv aria-hidden />} title="Series hold seasons and episodes" action={<NewSeriesButton />}>
      Make a series, then put items of your library into its seasons. The guide names them “S2 E5”.
    </EmptyState>
  );
}

function NothingFound({ onClear }: { onClear: () => void }) {
  return (
    <EmptyState
      icon={<SearchX aria-hidden />}
      title="Nothing matches"
      action={<Button onClick={onClear}>Show everything</Button>}
    >
      Search looks into titles and ignores case and accents.
    </EmptyState>
  );
}

function EmptyLibrary() {
  return (
    <EmptyState
      icon={<FolderUp aria-hidden />}
      title="Bring in your first programme"
      action={<UploadButton size="lg" />}
    >
      <p>
        Drop video files anywhere on this page, or choose them. Lineup converts each one once for every kind of screen;
        as soon as it is ready you can lay it on a channel's schedule.
      </p>
      <p className="mt-3 text-faint text-sm">MP4, MOV, MKV, WebM, AVI, MPEG‑TS and MXF, up to 50 GB each.</p>
    </EmptyState>
  );
}
