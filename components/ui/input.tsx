import type { ComponentProps } from "react";
import { cn } from "./cn";

/** The look of everything one can type into. */
export const inputStyle =
  "w-full min-w-0 rounded-md border border-border-strong/70 bg-surface px-2.5 text-base text-text transition-colors duration-100 hover:border-border-strong focus-visible:border-focus focus-visible:outline-1 focus-visible:outline-offset-0 disabled:opacity-60 aria-invalid:border-danger aria-invalid:outline-danger";

export function Input({ className, ...rest }: ComponentProps<"input">) {
  return <input className={cn(inputStyle, "h-8", className)} {...rest} />;
}

export function Textarea({ className, ...rest }: ComponentProps<"textarea">) {
  return <textarea className={cn(inputStyle, "min-h-20 resize-y py-1.5", className)} {...rest} />;
}
