import { formatDuration } from "@/components/ui/format-time";
import { IntentLink } from "@/components/ui/intent-link";
import type { ContentItem } from "@/core/content/contract";
import { statusWords } from "../status-words";
import { Thumbnail } from "../thumbnail";

/** An item in one line: picture, title, and what it is. The title leads to its panel. */
export function GroupItemLine({ item }: { item: ContentItem }) {
  const facts = [
    item.seriesTitle && [item.seriesTitle, item.episodeLabel].filter(Boolean).join(" "),
    item.durationSeconds === null ? null : formatDuration(item.durationSeconds),
    item.status === "ready" ? null : statusWords(item).label,
  ];
  return (
    <span className="flex min-w-0 items-center gap-2.5">
      <Thumbnail url={item.thumbnailUrl} className="w-16" />
      <span className="min-w-0">
        <IntentLink href={`/library/${item.id}`} className="block truncate rounded-sm font-medium hover:text-accent">
          {item.title}
        </IntentLink>
        <span className="times block truncate text-muted text-sm">{facts.filter(Boolean).join(" · ")}</span>
      </span>
    </span>
  );
}
