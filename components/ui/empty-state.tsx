import type { ReactNode } from "react";
import { cn } from "./cn";

interface EmptyStateProps {
  icon?: ReactNode;
  title: string;
  /** What belongs here and how it gets here. */
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
  /** 1 where it is all that the page says. */
  level?: 1 | 2;
}

/** What a list shows while it holds nothing: what it is for and the first step. */
export function EmptyState({ icon, title, children, action, className, level = 2 }: EmptyStateProps) {
  const Heading = level === 1 ? "h1" : "h2";
  return (
    <div className={cn("mx-auto flex max-w-md flex-col items-center px-6 py-14 text-center", className)}>
      {icon && <div className="mb-4 text-faint [&_svg]:size-8 [&_svg]:stroke-[1.25]">{icon}</div>}
      <Heading className="font-semibold text-lg">{title}</Heading>
      {children && <div className="mt-1 text-balance text-muted">{children}</div>}
      {action && <div className="mt-5 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
