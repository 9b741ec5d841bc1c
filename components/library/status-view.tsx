import { CircleCheck, CircleDashed, LoaderCircle, ShieldAlert, TriangleAlert } from "lucide-react";
import { cn } from "@/components/ui/cn";
import { formatDuration } from "@/components/ui/format-time";
import { Progress } from "@/components/ui/progress";
import type { ContentItem } from "@/core/content/contract";
import { statusWords } from "./status-words";

const ICONS = {
  uploading: LoaderCircle,
  pending_transcode: CircleDashed,
  transcoding: LoaderCircle,
  pending_moderation: ShieldAlert,
  ready: CircleCheck,
  failed: TriangleAlert,
  blocked: ShieldAlert,
};

const TEXT = { neutral: "text-muted", accent: "text-accent", ok: "text-ok", warn: "text-warn", danger: "text-danger" };

/** The state of an item in one line; while it is being converted, how far and how fast. */
export function StatusView({ item, className }: { item: ContentItem; className?: string }) {
  const { label, tone } = statusWords(item);
  const Icon = item.status === "uploading" && tone === "neutral" ? CircleDashed : ICONS[item.status];
  const running = item.status === "transcoding";
  return (
    <div className={cn("min-w-0", className)}>
      <p
        className={cn(
          "times flex items-center gap-1.5 whitespace-nowrap text-sm",
          tone === "ok" ? "text-muted" : TEXT[tone],
        )}
      >
        <Icon className={cn("size-3.5 shrink-0", TEXT[tone], Icon === LoaderCircle && "animate-spin")} aria-hidden />
        {label}
        {running && <span>{Math.floor(item.progressPercent)} %</span>}
      </p>
      {running && (
        <>
          <Progress
            label={`Converting ${item.title}`}
            percent={item.progressPercent}
            className="mt-1.5 w-full max-w-44"
          />
          <p className="times mt-1 whitespace-nowrap text-faint text-xs">{pace(item)}</p>
        </>
      )}
    </div>
  );
}

/** How long it still takes and how fast it goes, as far as that is known. */
function pace(item: ContentItem): string {
  const parts: string[] = [];
  if (item.progressSecondsLeft !== null) parts.push(`${formatDuration(item.progressSecondsLeft)} left`);
  if (item.progressSpeed !== null) parts.push(`${item.progressSpeed.toFixed(1)}× real time`);
  return parts.join(" · ") || "Starting";
}
