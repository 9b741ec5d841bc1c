import { Skeleton } from "@/components/ui/skeleton";

/** The page while it is being loaded, in the shape it will have. */
export function AnalyticsSkeleton() {
  return (
    <div className="flex flex-col gap-4 px-4 py-4 md:px-6" role="status" aria-label="Loading the figures">
      <Skeleton className="h-8 w-40" />
      <div className="grid grid-cols-2 gap-3 xl:grid-cols-6">
        <Skeleton className="col-span-2 h-32" />
        {["a", "b", "c", "d"].map((key) => (
          <Skeleton key={key} className="h-32" />
        ))}
      </div>
      <Skeleton className="h-96 w-full" />
    </div>
  );
}
