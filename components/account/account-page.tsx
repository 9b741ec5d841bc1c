"use client";

import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";
import { PageHeader } from "@/components/shell/page-header";
import { cn } from "@/components/ui/cn";
import { IntentLink } from "@/components/ui/intent-link";

const PLACES = [
  { href: "/account", label: "Profile" },
  { href: "/account/password", label: "Password" },
  { href: "/account/sessions", label: "Sessions" },
  { href: "/account/preferences", label: "Preferences" },
  { href: "/account/api-keys", label: "API keys" },
  { href: "/account/webhooks", label: "Webhooks" },
  { href: "/account/activity", label: "Activity" },
  { href: "/account/close", label: "Close account" },
] as const;

/** The frame of the account's pages: each has an address of its own. */
export function AccountPage({ children }: { children: ReactNode }) {
  const pathname = usePathname();
  const nav = useRef<HTMLElement>(null);
  // On a telephone the row is wider than the screen: the place where one is comes into view.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address decides which place is marked.
  useEffect(() => {
    nav.current?.querySelector('[aria-current="page"]')?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [pathname]);
  return (
    <div className="max-w-5xl">
      <PageHeader title="Account" />
      <nav
        ref={nav}
        aria-label="Account"
        className="mx-4 flex gap-4 overflow-x-auto overflow-y-hidden border-border border-b [scrollbar-width:none] md:mx-6"
      >
        {PLACES.map(({ href, label }) => (
          <IntentLink
            key={href}
            href={href}
            aria-current={pathname === href ? "page" : undefined}
            className={cn(
              "flex h-9 shrink-0 items-center whitespace-nowrap border-transparent border-b-2 text-muted hover:text-text focus-visible:-outline-offset-2",
              pathname === href && "border-accent font-medium text-text",
            )}
          >
            {label}
          </IntentLink>
        ))}
      </nav>
      <div className="px-4 py-6 md:px-6">{children}</div>
    </div>
  );
}
