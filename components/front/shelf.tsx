import { ChevronRight } from "lucide-react";
import Link from "next/link";
import type { CSSProperties } from "react";
import { CATEGORY_WORDS } from "@/core/channels/category-words";
import type { Shelf as ShelfOf } from "@/core/front/contract";
import { ChannelTile } from "./channel-tile";
import { frontAddress } from "./use-on-now";

/** Columns of the page by its width; shelves that need few of them stand side by side. */
export const COLUMNS =
  "grid grid-cols-[repeat(var(--columns),minmax(0,1fr))] gap-x-5 [--columns:1] sm:[--columns:2] lg:[--columns:3] xl:[--columns:4] 2xl:[--columns:5] min-[120rem]:[--columns:6]";

/** At most two rows of tiles, four on a phone. */
const TWO_ROWS =
  "max-lg:[&>li:nth-child(n+5)]:hidden lg:max-xl:[&>li:nth-child(n+7)]:hidden xl:max-2xl:[&>li:nth-child(n+9)]:hidden 2xl:max-[120rem]:[&>li:nth-child(n+11)]:hidden";

/** The first channels of a category, and the way to all of them. */
export function Shelf({ shelf: { category, total, channels } }: { shelf: ShelfOf }) {
  return (
    <section
      aria-labelledby={`shelf-${category}`}
      className="col-[span_min(var(--tiles),var(--columns))] grid grid-cols-subgrid content-start"
      style={{ "--tiles": channels.length } as CSSProperties}
    >
      <h2 id={`shelf-${category}`} className="col-span-full mb-3 font-semibold text-xl">
        <Link
          href={frontAddress({ category, page: 1 })}
          prefetch={false}
          className="inline-flex items-center gap-2 rounded-sm hover:text-accent"
        >
          {CATEGORY_WORDS[category]}
          <span className="times font-normal text-base text-muted tracking-normal">{total}</span>
          <ChevronRight className="size-4 text-muted" aria-hidden />
        </Link>
      </h2>
      <ul className={`col-span-full grid grid-cols-subgrid gap-y-4 sm:gap-y-7 ${TWO_ROWS}`}>
        {channels.map((channel) => (
          <ChannelTile key={channel.id} channel={channel} />
        ))}
      </ul>
    </section>
  );
}
