import type { ComponentProps } from "react";
import { cn } from "../ui/cn";

interface PlayerButtonProps extends Omit<ComponentProps<"button">, "aria-label"> {
  label: string;
}

export const playerButtonStyle =
  "inline-flex size-9 shrink-0 items-center justify-center rounded-md text-white/90 hover:bg-white/15 hover:text-white focus-visible:outline-white [&_svg]:size-5";

/** A control over the picture: white on dark in both themes. */
export function PlayerButton({ label, className, ...rest }: PlayerButtonProps) {
  return (
    <button type="button" aria-label={label} title={label} className={cn(playerButtonStyle, className)} {...rest} />
  );
}
