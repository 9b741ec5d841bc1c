"use client";

import { usePathname } from "next/navigation";
import { cn } from "@/components/ui/cn";
import { IntentLink } from "@/components/ui/intent-link";
import { isUnder, type NavItem, navSections } from "./nav-items";
import { PlaceIcon } from "./place-icon";

/** The places at the left: pictures only on a middle screen, with words on a wide one. */
export function Sidebar({ reviews }: { reviews: boolean }) {
  const pathname = usePathname();
  return (
    <nav
      aria-label="Studio"
      className="sticky top-(--bar-height) hidden h-[calc(100dvh-var(--bar-height))] w-14 shrink-0 flex-col gap-2 border-border border-r px-2 py-3 md:flex xl:w-44 xl:gap-4"
    >
      {navSections(reviews).map(({ title, items }) => (
        <div key={title} className="flex flex-col gap-0.5">
          <p className="eyebrow hidden px-2.5 pb-1 xl:block">{title}</p>
          {items.map((item) => (
            <Place key={item.href} {...item} isCurrent={isUnder(pathname, item.href)} />
          ))}
        </div>
      ))}
    </nav>
  );
}

function Place({ href, label, icon, isCurrent }: NavItem & { isCurrent: boolean }) {
  return (
    <IntentLink
      href={href}
      title={label}
      aria-current={isCurrent ? "page" : undefined}
      className={cn(
        "relative flex h-9 items-center justify-center gap-2.5 rounded-md text-muted transition-colors duration-100 hover:bg-hover hover:text-text xl:justify-start xl:px-2.5",
        isCurrent && "bg-pressed font-medium text-text",
      )}
    >
      <PlaceIcon icon={icon} className={cn("size-4.5 shrink-0", isCurrent && "text-accent")} />
      <span className="sr-only xl:not-sr-only">{label}</span>
    </IntentLink>
  );
}
