import type { ComponentProps } from "react";
import { cn } from "./cn";

interface SwitchProps extends Omit<ComponentProps<"button">, "onChange" | "type" | "role"> {
  checked: boolean;
  onChange: (isOn: boolean) => void;
}

/** On or off, in force at once. */
export function Switch({ checked, onChange, className, ...rest }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={checked}
      onClick={() => onChange(!checked)}
      className={cn(
        "group/switch inline-flex h-5 w-9 shrink-0 items-center rounded-full border border-border-strong bg-sunken px-0.5 transition-colors aria-checked:border-accent aria-checked:bg-accent disabled:opacity-50",
        className,
      )}
      {...rest}
    >
      <span className="size-3.5 rounded-full bg-muted transition-transform group-aria-checked/switch:translate-x-4 group-aria-checked/switch:bg-on-accent" />
    </button>
  );
}
