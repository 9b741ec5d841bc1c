import { cn } from "./cn";

interface ProgressProps {
  label: string;
  /** 0–100; null while nothing is known yet. */
  percent: number | null;
  className?: string;
}

export function Progress({ label, percent, className }: ProgressProps) {
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent === null ? undefined : Math.round(percent)}
      className={cn("h-1 overflow-hidden rounded-full bg-sunken", className)}
    >
      <div
        className={cn(
          "h-full origin-left bg-accent transition-transform duration-300 ease-linear",
          percent === null && "animate-shimmer opacity-60",
        )}
        style={{ transform: `scaleX(${percent === null ? 1 : Math.min(100, Math.max(0, percent)) / 100})` }}
      />
    </div>
  );
}
