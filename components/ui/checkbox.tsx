import type { ComponentProps } from "react";
import { cn } from "./cn";

/** The browser's own tick box in our accent. Wrap it and its words in a `<label>`. */
export function Checkbox({ className, ...rest }: ComponentProps<"input">) {
  return <input type="checkbox" className={cn("size-4 shrink-0 accent-accent", className)} {...rest} />;
}
