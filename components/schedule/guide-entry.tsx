import { clockText } from "@/core/schedule/grid-text";
import type { GuideBlock } from "./guide-block";

/** What viewers will read in their guide about a block. */
export function GuideEntry({ block, timeZone }: { block: GuideBlock; timeZone: string }) {
  const time = (ms: number) => clockText(ms, timeZone, "minutes");
  return (
    <section aria-label="What viewers will see in the guide" className="rounded-md bg-sunken px-3 py-2">
      <h3 className="eyebrow">What viewers will see in the guide</h3>
      {block.kind === "content" ? (
        <p className="mt-0.5">
          <span className="times text-muted">
            {time(block.fromMs)}–{time(block.toMs)}
          </span>{" "}
          <span className="font-medium">{block.content?.seriesTitle ?? block.title}</span>
          {block.content?.seriesTitle && <span className="text-muted"> · {block.title}</span>}
          {block.episode && <span className="text-muted"> · {block.episode}</span>}
        </p>
      ) : (
        <p className="mt-0.5 text-muted">
          {block.kind === "ad_break"
            ? "Nothing of its own: a break belongs to the programme around it."
            : "Filler: named only where it is longer than the channel's limit for the guide."}
        </p>
      )}
    </section>
  );
}
