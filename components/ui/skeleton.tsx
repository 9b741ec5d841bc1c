import { cn } from "./cn";

/** Holds the place of what is being loaded; give it the size of the real thing. */
export function Skeleton({ className }: { className?: string }) {
  return <span className={cn("block animate-shimmer rounded-sm bg-pressed", className)} aria-hidden />;
}
