import Link from "next/link";
import type { ReactNode } from "react";
import { Wordmark } from "@/components/shell/wordmark";

/** The page where a TV is signed in: one thing to do, in the middle, also on a telephone. */
export function LinkFrame({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="flex min-h-dvh flex-col px-6 py-6 sm:px-10">
      <Link href="/library" aria-label="Lineup: to the library" className="self-start rounded-sm">
        <Wordmark />
      </Link>
      <div className="mx-auto flex w-full max-w-sm flex-1 flex-col justify-center py-10">
        <h1 className="mb-4 font-semibold text-2xl">{title}</h1>
        {children}
      </div>
    </main>
  );
}
