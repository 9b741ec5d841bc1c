import Link from "next/link";
import type { ReactNode } from "react";
import { Wordmark } from "@/components/shell/wordmark";
import { DevelopersNav } from "./developers-nav";

interface DevelopersFrameProps {
  /** Name of who is signed in, or null. */
  user: string | null;
  children: ReactNode;
}

/** The frame of the pages for people who write programs; they may be read without an account. */
export function DevelopersFrame({ user, children }: DevelopersFrameProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#main"
        className="sr-only z-50 rounded-md bg-raised px-3 py-2 shadow-raised focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        Skip to the page
      </a>
      <header className="sticky top-0 z-30 flex h-(--bar-height) items-center gap-4 border-border border-b bg-surface px-4 md:px-6">
        <Link href="/" aria-label="Lineup" className="rounded-sm">
          <Wordmark className="[&>span]:hidden sm:[&>span]:inline" />
        </Link>
        <DevelopersNav />
        <Link
          href={user ? "/account/api-keys" : "/sign-in?next=/account/api-keys"}
          className="ml-auto whitespace-nowrap font-medium text-accent underline-offset-4 hover:underline"
        >
          {user ? "API keys" : "Sign in"}
        </Link>
      </header>
      <main id="main" tabIndex={-1} className="min-w-0 flex-1 outline-none">
        {children}
      </main>
    </div>
  );
}
