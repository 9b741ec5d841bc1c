import { cva, type VariantProps } from "class-variance-authority";
import { LoaderCircle } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { AsChild } from "./as-child";
import { cn } from "./cn";

export const buttonStyle = cva(
  "inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md border font-medium transition-colors duration-100 disabled:pointer-events-none disabled:opacity-50 aria-disabled:pointer-events-none aria-disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0",
  {
    variants: {
      tone: {
        primary: "border-transparent bg-accent text-on-accent hover:bg-accent-strong",
        plain: "border-border-strong/60 bg-raised text-text hover:border-border-strong hover:bg-hover",
        quiet: "border-transparent text-text hover:bg-hover active:bg-pressed",
        danger: "border-danger/50 bg-raised text-danger hover:border-danger hover:bg-danger-soft",
      },
      size: {
        sm: "h-7 px-2.5 text-sm",
        md: "h-8 px-3 text-base",
        lg: "h-10 px-4 text-base",
      },
    },
    defaultVariants: { tone: "plain", size: "md" },
  },
);

interface ButtonProps extends ComponentProps<"button">, VariantProps<typeof buttonStyle> {
  /** Renders the single child (a link, say) in the shape of a button. */
  asChild?: boolean;
  /** Shows that the press is being carried out and takes no second one. */
  busy?: boolean;
  icon?: ReactNode;
}

export function Button({ tone, size, asChild, busy, icon, className, children, disabled, ...rest }: ButtonProps) {
  const style = cn(buttonStyle({ tone, size }), className);
  if (asChild) {
    return (
      <AsChild className={style} {...rest}>
        {children}
      </AsChild>
    );
  }
  return (
    <button type="button" className={style} disabled={disabled || busy} aria-busy={busy || undefined} {...rest}>
      {busy ? <LoaderCircle className="animate-spin" aria-hidden /> : icon}
      {children}
    </button>
  );
}
