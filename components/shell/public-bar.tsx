import Link from "next/link";
import type { ReactNode } from "react";
import { buttonStyle } from "@/components/ui/button";
import { Wordmark } from "./wordmark";

interface PublicBarProps {
  isSignedIn: boolean;
  /** The field to search with. */
  children: ReactNode;
}

/** The bar over every page for everybody: home, a search, and the way to the Studio. */
export function PublicBar({ isSignedIn, children }: PublicBarProps) {
  return (
    <header className="sticky top-0 z-30 border-border border-b bg-surface">
      <div className="mx-auto flex h-(--bar-height) max-w-[160rem] items-center gap-3 px-4 md:gap-6 md:px-8">
        <a
          href="#main"
          className="sr-only z-50 rounded-md bg-raised px-3 py-2 shadow-raised focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
        >
          Skip to the page
        </a>
        <Link href="/" aria-label="Lineup: what is on now" className="rounded-sm">
          <Wordmark className="[&>span]:hidden sm:[&>span]:inline" />
        </Link>
        <div className="flex min-w-0 flex-1 sm:justify-center">{children}</div>
        <Link
          href={isSignedIn ? "/library" : "/sign-in"}
          className={buttonStyle({ tone: isSignedIn ? "plain" : "quiet" })}
        >
          {isSignedIn ? "Studio" : "Sign in"}
        </Link>
      </div>
    </header>
  );
}
