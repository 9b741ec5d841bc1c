"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { cn } from "@/components/ui/cn";

const PLACES = [
  { href: "/developers", label: "Quickstart" },
  { href: "/developers/api", label: "API" },
  { href: "/developers/mcp", label: "Agents" },
] as const;

export function DevelopersNav() {
  const pathname = usePathname();
  return (
    <nav aria-label="Developers" className="flex h-full min-w-0 gap-4 overflow-x-auto">
      {PLACES.map(({ href, label }) => (
        <Link
          key={href}
          href={href}
          aria-current={pathname === href ? "page" : undefined}
          className={cn(
            "flex items-center whitespace-nowrap border-transparent border-y-2 text-muted hover:text-text focus-visible:-outline-offset-2",
            pathname === href && "border-b-accent font-medium text-text",
          )}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
