"use client";

import { Plus } from "lucide-react";
import { Button } from "@/components/ui/button";
import { formatDuration } from "@/components/ui/format-time";
import { IntentLink } from "@/components/ui/intent-link";
import type { ContentItem, EpisodeList } from "@/core/content/contract";
import { GroupItemLine } from "./groups/group-item-line";
import { OrderedList } from "./ordered-list";

interface SeasonListProps {
  season: EpisodeList["seasons"][number];
  episodes: ContentItem[];
  onOrder: (episodes: ContentItem[]) => void;
  onTakeOut: (episode: ContentItem) => void;
  onAdd: () => void;
  /** Makes the season an entry of the catalogue with a title, a description and artwork of its own. */
  onDescribe: () => void;
}

/** One season: its episodes in order, which can be changed by hand. */
export function SeasonList({ season, episodes, onOrder, onTakeOut, onAdd, onDescribe }: SeasonListProps) {
  const { seasonNumber } = season;
  const number =
    seasonNumber === 0 ? "Specials" : seasonNumber === null ? "Without a season" : `Season ${seasonNumber}`;
  const title = season.title && season.title !== number ? `${number}: ${season.title}` : number;
  const seconds = episodes.reduce((sum, episode) => sum + (episode.durationSeconds ?? 0), 0);
  return (
    <section aria-label={title}>
      <div className="mb-1 flex items-center gap-2">
        <h3 className="min-w-0 truncate font-semibold">{title}</h3>
        <span className="times mr-auto whitespace-nowrap text-muted text-sm">
          {episodes.length}
          {seconds > 0 && ` · ${formatDuration(seconds)}`}
        </span>
        {season.contentItemId ? (
          <Button asChild size="sm">
            <IntentLink href={`/library/${season.contentItemId}`}>Details</IntentLink>
          </Button>
        ) : (
          seasonNumber !== null && (
            <Button size="sm" onClick={onDescribe}>
              Add details
            </Button>
          )
        )}
        <Button size="sm" icon={<Plus aria-hidden />} onClick={onAdd}>
          Add
        </Button>
      </div>
      {episodes.length === 0 ? (
        <p className="mt-1 text-muted">No episodes yet.</p>
      ) : (
        <OrderedList
          label={`Episodes of ${title}`}
          items={episodes}
          idOf={(episode) => episode.id}
          nameOf={(episode) => episode.title}
          renderMark={(episode) => (
            <span className="times w-9 shrink-0 text-right text-faint text-sm">
              {episode.episodeNumber === null ? "–" : `E${episode.episodeNumber}`}
            </span>
          )}
          renderItem={(episode) => <GroupItemLine item={{ ...episode, seriesTitle: null }} />}
          onOrder={onOrder}
          onRemove={onTakeOut}
        />
      )}
    </section>
  );
}
