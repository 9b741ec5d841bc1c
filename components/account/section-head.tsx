import type { ReactNode } from "react";

/** The head of an account page: what it is about, and what is good to know about it. */
export function SectionHead({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="mb-5 flex flex-wrap items-start justify-between gap-3">
      <div className="max-w-[60ch]">
        <h2 className="font-semibold text-lg">{title}</h2>
        {children && <p className="mt-0.5 text-muted">{children}</p>}
      </div>
      {action}
    </div>
  );
}
