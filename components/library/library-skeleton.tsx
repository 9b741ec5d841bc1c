import { Skeleton } from "@/components/ui/skeleton";

const ROWS = ["w-56", "w-40", "w-64", "w-48", "w-36", "w-60", "w-44", "w-52"];

/** The library while it is being loaded, in the shape it will have. */
export function LibrarySkeleton() {
  return (
    <div aria-busy="true">
      <p className="sr-only" role="status">
        Loading the library
      </p>
      {ROWS.map((width) => (
        <div key={width} className="flex items-center gap-3 border-border border-b px-4 py-2 md:px-6">
          <Skeleton className="aspect-video w-24" />
          <div className="flex-1">
            <Skeleton className={`h-4 max-w-full ${width}`} />
            <Skeleton className="mt-2 h-3 w-28" />
          </div>
          <Skeleton className="hidden h-4 w-20 sm:block" />
          <Skeleton className="hidden h-4 w-14 sm:block" />
        </div>
      ))}
    </div>
  );
}
