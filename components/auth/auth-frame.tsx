import Link from "next/link";
import type { ReactNode } from "react";
import { Wordmark } from "@/components/shell/wordmark";
import { GuidePicture } from "./guide-picture";

interface AuthFrameProps {
  title: string;
  children: ReactNode;
  /** The way to the other of the two pages. */
  footer: ReactNode;
}

/** The pages before the Studio: one form, and beside it on wide screens what the Studio is for. */
export function AuthFrame({ title, children, footer }: AuthFrameProps) {
  return (
    <div className="grid min-h-dvh lg:grid-cols-[minmax(26rem,5fr)_7fr]">
      <main className="flex flex-col px-6 py-6 sm:px-10">
        <Link href="/" aria-label="Lineup: what is on now" className="self-start rounded-sm">
          <Wordmark />
        </Link>
        <div className="mx-auto flex w-full max-w-sm flex-1 flex-col justify-center py-10">
          <h1 className="mb-6 font-semibold text-2xl">{title}</h1>
          {children}
          <div className="mt-6 text-muted">{footer}</div>
        </div>
        <Link href="/developers" className="self-start text-muted underline-offset-4 hover:text-text hover:underline">
          For developers
        </Link>
      </main>
      <aside className="hidden overflow-hidden border-border border-l bg-sunken lg:block" aria-hidden>
        <GuidePicture />
      </aside>
    </div>
  );
}
