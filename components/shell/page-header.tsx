import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

interface PageHeaderProps {
  title: ReactNode;
  /** A figure or a state beside the title. */
  aside?: ReactNode;
  /** What can be done on this page. */
  actions?: ReactNode;
  className?: string;
}

/** The head of a page: its name at the left, its verbs at the right. */
export function PageHeader({ title, aside, actions, className }: PageHeaderProps) {
  return (
    <header className={cn("flex min-h-14 flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3 md:px-6", className)}>
      <h1 className="font-semibold text-xl">{title}</h1>
      {aside && <div className="text-muted">{aside}</div>}
      {actions && <div className="ml-auto flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}
