"use client";

import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { AsChild } from "./as-child";
import { cn } from "./cn";
import { useCloseMenu } from "./menu";

const itemStyle =
  "flex h-8 w-full cursor-default select-none items-center gap-2 rounded-sm px-2 text-left outline-none hover:bg-hover focus:bg-hover aria-disabled:pointer-events-none aria-disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted";

interface MenuItemProps {
  icon?: ReactNode;
  shortcut?: string;
  tone?: "plain" | "danger";
  disabled?: boolean;
  onSelect?: () => void;
  /** Renders the single child, a link, as the entry. */
  asChild?: boolean;
  children: ReactNode;
}

/** A verb, or with `asChild` a link. */
export function MenuItem({ icon, shortcut, tone = "plain", disabled, onSelect, asChild, children }: MenuItemProps) {
  const close = useCloseMenu();
  const choose = () => {
    close();
    onSelect?.();
  };
  if (asChild) {
    return (
      <AsChild role="menuitem" tabIndex={-1} className={itemStyle} onClick={choose}>
        {children}
      </AsChild>
    );
  }
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      aria-disabled={disabled || undefined}
      onClick={disabled ? undefined : choose}
      className={cn(itemStyle, tone === "danger" && "text-danger [&_svg]:text-danger")}
    >
      {icon}
      <span className="flex-1 truncate">{children}</span>
      {shortcut && <span className="text-faint text-xs">{shortcut}</span>}
    </button>
  );
}

interface MenuChoiceProps<T extends string> {
  label: string;
  value: T;
  onChange: (value: T) => void;
  options: { value: T; label: ReactNode; aside?: ReactNode }[];
}

/** One of several, with a tick at the one in force. */
export function MenuChoice<T extends string>({ label, value, onChange, options }: MenuChoiceProps<T>) {
  const close = useCloseMenu();
  return (
    <fieldset className="contents">
      <MenuLabel>{label}</MenuLabel>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          role="menuitemradio"
          aria-checked={option.value === value}
          tabIndex={-1}
          onClick={() => {
            close();
            onChange(option.value);
          }}
          className={itemStyle}
        >
          <span className="flex size-4 items-center justify-center">
            {option.value === value && <Check aria-hidden />}
          </span>
          <span className="flex-1 truncate">{option.label}</span>
          {option.aside && <span className="times text-faint text-xs">{option.aside}</span>}
        </button>
      ))}
    </fieldset>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <div className="px-2 pt-1.5 pb-1 text-muted text-xs">{children}</div>;
}

export function MenuSeparator() {
  return <hr className="my-1 h-px border-0 bg-border" />;
}
