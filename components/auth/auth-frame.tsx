import type { ReactNode } from "react";
import { Wordmark } from "@/components/shell/wordmark";

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
        <Wordmark />
        <div className="mx-auto flex w-full max-w-sm flex-1 flex-col justify-center py-10">
          <h1 className="mb-6 font-semibold text-2xl">{title}</h1>
          {children}
          <div className="mt-6 text-muted">{footer}</div>
        </div>
      </main>
      <aside className="hidden overflow-hidden border-border border-l bg-sunken lg:block" aria-hidden>
        <GuidePicture />
      </aside>
    </div>
  );
}

const ROWS = [
  [7, 12, 5, 9, 16, 6],
  [11, 4, 14, 8, 10, 12],
  [5, 15, 7, 7, 12, 9],
  [9, 9, 6, 16, 5, 14],
  [14, 6, 11, 5, 13, 8],
  [6, 13, 8, 12, 7, 11],
  [10, 5, 15, 9, 6, 10],
];
/** Where the "now" line stands, in the units of the rows. */
const NOW = 26;

/** A programme guide without words: what was, what is on, what comes. */
function GuidePicture() {
  return (
    <svg viewBox="0 0 56 63" preserveAspectRatio="xMinYMid slice" className="size-full" role="presentation">
      {ROWS.map((widths, row) => {
        let x = -((row * 5) % 7);
        return widths.map((width, index) => {
          const from = x;
          x += width;
          const airing = from <= NOW && NOW < x;
          return (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: a fixed picture
              key={index}
              x={from + 0.2}
              y={row * 9 + 1.2}
              width={width - 0.4}
              height={6.6}
              rx={0.4}
              fill={airing ? "var(--accent)" : "var(--text)"}
              opacity={airing ? 0.85 : x <= NOW ? 0.05 : 0.1}
            />
          );
        });
      })}
      <rect x={NOW - 0.06} y={0} width={0.12} height={63} fill="var(--text)" opacity={0.7} />
    </svg>
  );
}
