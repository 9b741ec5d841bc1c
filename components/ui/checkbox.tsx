"use client";

import { type ComponentProps, type ReactNode, useId } from "react";
import { cn } from "./cn";

interface CheckboxProps extends Omit<ComponentProps<"input">, "children"> {
  label: ReactNode;
  /** Stands at the right end of the line. */
  aside?: ReactNode;
}

/** The browser's own tick box in our accent; the whole line is its press area. */
export function Checkbox({ label, aside, className, id, ...rest }: CheckboxProps) {
  const given = useId();
  return (
    <span className={cn("flex min-h-8 items-center gap-2.5 rounded-sm hover:bg-hover", className)}>
      <input type="checkbox" id={id ?? given} className="ml-1 size-4 shrink-0 accent-accent" {...rest} />
      <label htmlFor={id ?? given} className="flex min-h-8 flex-1 items-center justify-between gap-2 pr-1">
        {label}
        {aside}
      </label>
    </span>
  );
}
