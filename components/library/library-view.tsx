"use client";

import { FolderUp, SearchX, Tv } from "lucide-react";
import dynamic from "next/dynamic";
import { type ReactNode, useMemo } from "react";
import { useChannels } from "@/components/channels/use-channels";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { UploadButton } from "@/components/uploads/upload-button";
import { useContentList } from "./content-queries";
import { useOpenItemId } from "./library-address";
import { LibraryGrid } from "./library-grid";
import { LibraryNav } from "./library-nav";
import { LibraryPages } from "./library-pages";
import { isFilteredBy } from "./library-query";
import { LibrarySkeleton } from "./library-skeleton";
import { LibraryTable } from "./library-table";
import { LibraryToolbar } from "./library-toolbar";
import { NewSeriesButton } from "./new-series-button";
import { SelectionBar } from "./selection-bar";
import { useLibraryQuery } from "./use-library-query";
import { useSelection } from "./use-selection";

/** Comes with the first item that is opened. */
const ItemPanel = dynamic(() => import("./item-panel").then((module) => module.ItemPanel), { ssr: false });

/** Everything the creator has brought in, and beside it the item that is open. */
export function LibraryView() {
  const { query, change, isFiltered, clear } = useLibraryQuery();
  const list = useContentList(query);
  const channels = useChannels().data?.items;
  const openId = useOpenItemId();
  const channelNames = useMemo(() => new Map(channels?.map(({ id, name }) => [id, name])), [channels]);
  const total = list.data?.total;
  const selection = useSelection();
  const isSeriesView = query.type === "series";

  let body: ReactNode;
  if (list.isPending) body = <LibrarySkeleton />;
  else if (list.isError && !list.data) {
    body = (
      <ErrorState
        title="The library could not be loaded"
        error={list.error}
        retrying={list.isFetching}
        onRetry={() => void list.refetch()}
      />
    );
  } else if (list.data?.items.length === 0) {
    const isOnlySeries = isSeriesView && !isFilteredBy({ ...query, type: undefined });
    if (isOnlySeries) body = <NoSeries />;
    else
      body = isFiltered ? (
        <NothingFound onClear={clear} />
      ) : (
        <EmptyLibrary onFirstPage={query.page > 1 ? clear : null} />
      );
  } else if (list.data) {
    body = (
      <>
        {query.view === "grid" ? (
          <LibraryGrid items={list.data.items} openId={openId} selection={selection} />
        ) : (
          <LibraryTable items={list.data.items} channelNames={channelNames} openId={openId} selection={selection} />
        )}
        <LibraryPages list={list.data} onPage={(page) => change({ page })} />
      </>
    );
  }

  return (
    <div className="flex">
      <section aria-label="Library" className="@container min-w-0 flex-1">
        <PageHeader
          title="Library"
          aside={total ? <span className="times">{total.toLocaleString()}</span> : null}
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
        <SelectionBar selection={selection} />
      </section>
      {openId && <ItemPanel key={openId} id={openId} />}
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

function EmptyLibrary({ onFirstPage }: { onFirstPage: (() => void) | null }) {
  if (onFirstPage) {
    return (
      <EmptyState title="This page is empty" action={<Button onClick={onFirstPage}>Go to the first page</Button>} />
    );
  }
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
