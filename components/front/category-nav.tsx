import Link from "next/link";
import { CATEGORY_WORDS } from "@/core/channels/category-words";
import type { OnNow } from "@/core/front/contract";
import { cn } from "../ui/cn";
import { type FrontQuery, frontAddress } from "./use-on-now";

interface CategoryNavProps {
  categories: OnNow["categories"];
  chosen: FrontQuery["category"];
}

/** All categories that something is on in. */
export function CategoryNav({ categories, chosen }: CategoryNavProps) {
  if (categories.length < 2 && !chosen) return null;
  return (
    <nav aria-label="Categories" className="-mx-4 overflow-x-auto px-4 py-1 [scrollbar-width:none] md:mx-0 md:px-0">
      <ul className="flex gap-2">
        <Choice href="/" label="All" isChosen={!chosen} />
        {categories.map(({ category }) => (
          <Choice
            key={category}
            href={frontAddress({ category, page: 1 })}
            label={CATEGORY_WORDS[category]}
            isChosen={category === chosen}
          />
        ))}
      </ul>
    </nav>
  );
}

function Choice({ href, label, isChosen }: { href: string; label: string; isChosen: boolean }) {
  return (
    <li>
      <Link
        href={href}
        prefetch={false}
        aria-current={isChosen ? "page" : undefined}
        className={cn(
          "flex h-8 items-center whitespace-nowrap rounded-full border px-3.5 font-medium transition-colors duration-100",
          isChosen
            ? "border-transparent bg-text text-canvas"
            : "border-border bg-surface hover:border-border-strong hover:bg-hover",
        )}
      >
        {label}
      </Link>
    </li>
  );
}
