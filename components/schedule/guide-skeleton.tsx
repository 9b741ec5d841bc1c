import { Skeleton } from "../ui/skeleton";

const ROWS = ["a", "b", "c", "d", "e"];
/** Blocks of a row, as shares of its width: enough to say what is coming. */
const SHAPES = [
  [2, 3, 1, 4],
  [4, 2, 3, 1],
  [1, 3, 4, 2],
  [3, 1, 2, 4],
  [2, 4, 1, 3],
];

/** The page before anything is known, in the shape that it will have. */
export function GuideSkeleton() {
  return (
    <div
      className="flex h-[calc(100dvh-var(--bar-height)-4rem)] flex-col overflow-clip md:h-[calc(100dvh-var(--bar-height))] lg:flex-row"
      role="status"
      aria-label="Loading the guide"
    >
      <div className="flex min-w-0 flex-1 flex-col">
        <div className="flex flex-wrap gap-3 px-3 py-2 md:px-4">
          <Skeleton className="h-8 w-44" />
          <Skeleton className="h-8 w-48" />
          <Skeleton className="ml-auto h-8 w-64 max-sm:hidden" />
        </div>
        <RowsSkeleton />
      </div>
      <div className="flex flex-col gap-2 border-border p-4 max-lg:border-t lg:w-72 lg:border-l 2xl:w-88">
        <Skeleton className="h-8 w-full" />
        {ROWS.map((row) => (
          <Skeleton key={row} className="h-12 w-full" />
        ))}
      </div>
    </div>
  );
}

/** The rows alone, before it is known how much of them can be seen. */
export function RowsSkeleton() {
  return (
    <div className="min-h-0 flex-1 overflow-clip border-border border-y bg-surface">
      <div className="h-9 border-border border-b" />
      {ROWS.map((row, at) => (
        <div key={row} className="flex h-20 gap-1 border-border border-b py-1">
          <div className="flex w-19 flex-col justify-center gap-2 px-3 sm:w-37">
            <Skeleton className="h-3.5 w-full" />
            <Skeleton className="h-3 w-1/2" />
          </div>
          {SHAPES[at]?.map((share) => (
            <span key={share} style={{ flex: share }}>
              <Skeleton className="h-full" />
            </span>
          ))}
        </div>
      ))}
    </div>
  );
}

/** A day as a list, before it is known. */
export function ListSkeleton() {
  return (
    <div
      className="flex min-h-0 flex-1 flex-col gap-px border-border border-t"
      role="status"
      aria-label="Loading the day"
    >
      {[...ROWS, "f", "g", "h"].map((row) => (
        <div key={row} className="flex h-13 items-center gap-6 border-border border-b px-4 md:px-6">
          <Skeleton className="h-4 w-16" />
          <Skeleton className="h-4 flex-1" />
          <Skeleton className="h-4 w-12" />
        </div>
      ))}
    </div>
  );
}
