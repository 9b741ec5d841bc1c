import { cva, type VariantProps } from "class-variance-authority";
import type { ReactNode } from "react";
import { cn } from "./cn";

const badgeStyle = cva(
  "inline-flex h-5 items-center gap-1.5 whitespace-nowrap rounded-sm px-1.5 font-medium text-xs [&_svg]:size-3",
  {
    variants: {
      tone: {
        neutral: "bg-sunken text-muted",
        accent: "bg-accent-soft text-accent",
        ok: "bg-ok-soft text-ok",
        warn: "bg-warn-soft text-warn",
        danger: "bg-danger-soft text-danger",
        "on-air": "bg-on-air-soft text-on-air",
      },
    },
    defaultVariants: { tone: "neutral" },
  },
);

interface BadgeProps extends VariantProps<typeof badgeStyle> {
  className?: string;
  children: ReactNode;
}

/** A state in a word or two. The word says it; the colour only helps. */
export function Badge({ tone, className, children }: BadgeProps) {
  return <span className={cn(badgeStyle({ tone }), className)}>{children}</span>;
}

/** The tally light: something is on air this moment. */
export function Tally({ className }: { className?: string }) {
  return <span className={cn("size-2 shrink-0 animate-tally rounded-full bg-on-air", className)} aria-hidden />;
}
