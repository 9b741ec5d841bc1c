"use client";

import { usePathname } from "next/navigation";
import { cn } from "@/components/ui/cn";
import { IntentLink } from "@/components/ui/intent-link";
import { isUnder, navItems } from "./nav-items";
import { PlaceIcon } from "./place-icon";

/** The places within reach of a thumb, on narrow screens. */
export function BottomBar({ reviews }: { reviews: boolean }) {
  const pathname = usePathname();
  return (
    <nav
      aria-label="Studio"
      className="fixed inset-x-0 bottom-0 z-20 grid auto-cols-fr grid-flow-col border-border border-t bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {navItems(reviews).map(({ href, label, icon }) => {
        const current = isUnder(pathname, href);
        return (
          <IntentLink
            key={href}
            href={href}
            aria-current={current ? "page" : undefined}
            className={cn(
              "flex h-14 flex-col items-center justify-center gap-1 text-muted text-xs focus-visible:-outline-offset-2",
              current && "font-medium text-text",
            )}
          >
            <PlaceIcon icon={icon} className={cn("size-5", current && "text-accent")} />
            {label}
          </IntentLink>
        );
      })}
    </nav>
  );
}
