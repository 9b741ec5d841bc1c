"use client";

import { cloneElement, type ReactElement, type ReactNode, useId } from "react";
import { cn } from "./cn";

interface ControlProps {
  id?: string;
  "aria-describedby"?: string;
  "aria-invalid"?: boolean;
}

interface FieldProps {
  label: ReactNode;
  /** What to write here, shown below at all times. */
  hint?: ReactNode;
  /** What is wrong with it; replaces the hint. */
  error?: ReactNode;
  /** Stands at the right of the label: a state, a counter. */
  aside?: ReactNode;
  className?: string;
  children: ReactElement<ControlProps>;
}

/** A label, one control and its hint or error, tied together for screen readers. */
export function Field({ label, hint, error, aside, className, children }: FieldProps) {
  const given = useId();
  const id = children.props.id ?? given;
  const note = error ?? hint;
  return (
    <div className={cn("flex flex-col gap-1", className)}>
      <div className="flex min-h-5 items-baseline justify-between gap-2">
        <label htmlFor={id} className="font-medium text-sm text-text">
          {label}
        </label>
        {aside}
      </div>
      {cloneElement(children, {
        id,
        "aria-describedby": note ? `${id}-note` : undefined,
        "aria-invalid": error ? true : undefined,
      })}
      {note && (
        <p id={`${id}-note`} className={cn("text-xs", error ? "text-danger" : "text-muted")}>
          {note}
        </p>
      )}
    </div>
  );
}
