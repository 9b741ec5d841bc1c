import { cn } from "@/components/ui/cn";

/** Three programmes on a guide, the middle one under the "now" line. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 20 20" className={cn("size-5 shrink-0", className)} aria-hidden="true">
      <rect x="1" y="3" width="9" height="3.5" rx="1" fill="currentColor" opacity="0.45" />
      <rect x="4" y="8.25" width="15" height="3.5" rx="1" fill="currentColor" />
      <rect x="8" y="13.5" width="8" height="3.5" rx="1" fill="currentColor" opacity="0.45" />
      <rect x="12.25" y="1" width="1.5" height="18" rx="0.75" fill="var(--accent)" />
    </svg>
  );
}

export function Wordmark({ className }: { className?: string }) {
  return (
    <span className={cn("inline-flex items-center gap-2", className)}>
      <Mark />
      <span className="font-semibold text-lg tracking-[-0.02em]">Lineup</span>
    </span>
  );
}
