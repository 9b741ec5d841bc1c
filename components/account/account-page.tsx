"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/shell/page-header";
import { cn } from "@/components/ui/cn";

const PLACES = [
  { href: "/account", label: "Profile" },
  { href: "/account/api-keys", label: "API keys" },
] as const;

/** The frame of the account's pages: each has an address of its own. */
export function AccountPage({ children }: { children: ReactNode }) {
  const pathname = usePathname();
  return (
    <div className="max-w-5xl">
      <PageHeader title="Account" />
      <nav aria-label="Account" className="mx-4 flex gap-4 border-border border-b md:mx-6">
        {PLACES.map(({ href, label }) => (
          <Link
            key={href}
            href={href}
            aria-current={pathname === href ? "page" : undefined}
            className={cn(
              "-mb-px flex h-9 items-center border-transparent border-b-2 text-muted hover:text-text",
              pathname === href && "border-accent font-medium text-text",
            )}
          >
            {label}
          </Link>
        ))}
      </nav>
      <div className="px-4 py-6 md:px-6">{children}</div>
    </div>
  );
}
