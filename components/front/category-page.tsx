import Link from "next/link";
import { CATEGORY_WORDS } from "@/core/channels/category-words";
import type { Shelf } from "@/core/front/contract";
import { buttonStyle } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { ChannelTile } from "./channel-tile";
import { COLUMNS } from "./shelf";
import { frontAddress } from "./use-on-now";

interface CategoryPageProps {
  category: Shelf["category"];
  /** Absent where nothing of the category is on. */
  shelf: Shelf | undefined;
  page: number;
  perPage: number;
}

/** All channels of a category, page by page. */
export function CategoryPage({ category, shelf, page, perPage }: CategoryPageProps) {
  const name = CATEGORY_WORDS[category];
  const pages = Math.max(1, Math.ceil((shelf?.total ?? 0) / perPage));
  return (
    <section aria-labelledby="category">
      <h2 id="category" className="mb-4 font-semibold text-2xl">
        {name} <span className="times font-normal text-lg text-muted tracking-normal">{shelf?.total ?? 0}</span>
      </h2>
      {shelf && shelf.channels.length > 0 ? (
        <ul className={`${COLUMNS} gap-y-4 sm:gap-y-7`}>
          {shelf.channels.map((channel) => (
            <ChannelTile key={channel.id} channel={channel} />
          ))}
        </ul>
      ) : (
        <EmptyState
          title={shelf ? "There are no more channels" : "No channel of this category is on the air"}
          action={
            <Link href="/" className={buttonStyle()}>
              See what is on
            </Link>
          }
        />
      )}
      {pages > 1 && (
        <nav aria-label="Pages" className="mt-8 flex items-center justify-center gap-4">
          <Step label="Previous" href={page > 1 ? frontAddress({ category, page: page - 1 }) : null} />
          <span className="times text-muted">
            Page {page} of {pages}
          </span>
          <Step label="Next" href={page < pages ? frontAddress({ category, page: page + 1 }) : null} />
        </nav>
      )}
    </section>
  );
}

function Step({ label, href }: { label: string; href: string | null }) {
  if (!href) return null;
  return (
    <Link href={href} prefetch={false} className={buttonStyle()}>
      {label}
    </Link>
  );
}
