"use client";

import { Plus, Tv } from "lucide-react";
import { useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { toast } from "@/components/ui/notify";
import { Skeleton } from "@/components/ui/skeleton";
import type { ContentDetail } from "@/core/content/contract";
import { useCreateContainer, useEpisodes } from "./content-queries";
import { ItemPicker } from "./item-picker";
import { itemAddress, showWithin } from "./library-address";
import { SeasonList } from "./season-list";
import { useSeasonEdits } from "./use-season-edits";

/** The seasons of a series with their episodes in order, and what puts more into them. */
export function SeriesEpisodes({ item }: { item: ContentDetail }) {
  const seriesId = item.type === "season" ? item.seriesId : item.id;
  const only = item.type === "season" ? item.seasonNumber : undefined;
  return seriesId ? (
    <Seasons seriesId={seriesId} only={only} />
  ) : (
    <p className="text-muted">It belongs to no series.</p>
  );
}

function Seasons({ seriesId, only }: { seriesId: string; only: number | null | undefined }) {
  const episodes = useEpisodes(seriesId);
  const { order, add, takeOut } = useSeasonEdits(seriesId, episodes.data?.items);
  const container = useCreateContainer();
  const [addingTo, setAddingTo] = useState<number | null | undefined>();
  const taken = useMemo(() => new Set(episodes.data?.items.map(({ id }) => id)), [episodes.data]);
  if (episodes.isPending) return <Skeleton className="h-40 w-full" />;
  if (!episodes.data) {
    return (
      <ErrorState
        title="The episodes could not be loaded"
        error={episodes.error}
        retrying={episodes.isFetching}
        onRetry={() => void episodes.refetch()}
      />
    );
  }
  const seasons = episodes.data.seasons.filter((season) => only === undefined || season.seasonNumber === only);
  const describeSeason = (seasonNumber: number | null) =>
    container.mutate(
      { type: "season", seriesId, seasonNumber, title: seasonNumber === 0 ? "Specials" : `Season ${seasonNumber}` },
      {
        onSuccess: ({ id }) => showWithin(itemAddress(id, window.location.search)),
        onError: (error) => toast.error("The season could not be described", { description: error.message }),
      },
    );
  const numbers = seasons.flatMap(({ seasonNumber }) => seasonNumber ?? []);
  const next = Math.max(0, ...numbers) + 1;
  return (
    <div className="flex flex-col gap-6">
      {seasons.length === 0 && (
        <EmptyState icon={<Tv aria-hidden />} title="No episodes yet" className="py-6">
          Add items from your library; they become episodes 1, 2, 3 of a season.
        </EmptyState>
      )}
      {seasons.map((season) => (
        <SeasonList
          key={season.seasonNumber ?? "none"}
          season={season}
          episodes={episodes.data.items.filter((episode) => episode.seasonNumber === season.seasonNumber)}
          onOrder={(items) => order(season.seasonNumber, items)}
          onTakeOut={takeOut}
          onAdd={() => setAddingTo(season.seasonNumber)}
          onDescribe={() => describeSeason(season.seasonNumber)}
        />
      ))}
      {only === undefined && (
        <Button className="self-start" icon={<Plus aria-hidden />} onClick={() => setAddingTo(next)}>
          Add season {next}
        </Button>
      )}
      {addingTo !== undefined && (
        <ItemPicker
          label={addingTo === null ? "Add episodes" : `Add to season ${addingTo}`}
          taken={taken}
          onAdd={(item) => add(addingTo, item)}
        />
      )}
    </div>
  );
}
