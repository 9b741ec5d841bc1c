import type { ComponentProps } from "react";
import { AsChild } from "./as-child";
import { cn } from "./cn";
import { Tooltip } from "./tooltip";

interface IconButtonProps extends Omit<ComponentProps<"button">, "aria-label"> {
  /** What it does: read out, and shown when pointed at. */
  label: string;
  /** The key that does the same, shown beside the label. */
  shortcut?: string;
  size?: "sm" | "md";
  asChild?: boolean;
}

/** A button that is only a picture. */
export function IconButton({ label, shortcut, size = "md", asChild, className, ...rest }: IconButtonProps) {
  const Part = asChild ? AsChild : "button";
  return (
    <Tooltip label={label} shortcut={shortcut}>
      <Part
        {...(asChild ? {} : { type: "button" as const })}
        aria-label={label}
        className={cn(
          "inline-flex shrink-0 items-center justify-center rounded-md text-muted transition-colors duration-100 hover:bg-hover hover:text-text active:bg-pressed disabled:pointer-events-none disabled:opacity-50 aria-pressed:bg-pressed aria-pressed:text-text data-[state=open]:bg-hover data-[state=open]:text-text [&_svg]:size-4",
          size === "sm" ? "size-7" : "size-8",
          className,
        )}
        {...rest}
      />
    </Tooltip>
  );
}
