"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { cn } from "@/components/ui/cn";
import { IntentLink } from "@/components/ui/intent-link";

/** The parts of the library. A part is open where `isOpen` says so of the path and the filter on types. */
const PLACES = [
  {
    href: "/library",
    label: "On Demand",
    isOpen: (path: string, type: string | null) => !isPlace(path) && type !== "series",
  },
  {
    href: "/library?type=series&view=grid",
    label: "Series",
    isOpen: (path: string, type: string | null) => !isPlace(path) && type === "series",
  },
  { href: "/library/groups", label: "Groups", isOpen: (path: string) => path.startsWith("/library/groups") },
  { href: "/library/import", label: "Import", isOpen: (path: string) => path === "/library/import" },
  { href: "/library/jobs", label: "Jobs", isOpen: (path: string) => path === "/library/jobs" },
] as const;

/** Pages under the library that are not its list. */
function isPlace(path: string): boolean {
  return /^\/library\/(groups|import|jobs)(\/|$)/.test(path);
}

/** From one part of the library to another. */
export function LibraryNav() {
  const path = usePathname();
  const type = useSearchParams().get("type");
  return (
    <nav aria-label="Library" className="flex gap-4 overflow-x-auto border-border border-b px-4 md:px-6">
      {PLACES.map(({ href, label, isOpen }) => (
        <IntentLink
          key={href}
          href={href}
          aria-current={isOpen(path, type) ? "page" : undefined}
          className={cn(
            "-mb-px flex h-9 items-center whitespace-nowrap border-transparent border-b-2 text-muted transition-colors hover:text-text focus-visible:-outline-offset-2",
            "aria-[current]:border-accent aria-[current]:font-medium aria-[current]:text-text",
          )}
        >
          {label}
        </IntentLink>
      ))}
    </nav>
  );
}
