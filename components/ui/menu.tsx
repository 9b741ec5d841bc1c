"use client";

import { Check } from "lucide-react";
import { DropdownMenu as Primitive } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";

interface MenuProps {
  /** The button that opens it. */
  trigger: ReactNode;
  align?: "start" | "center" | "end";
  children: ReactNode;
}

export function Menu({ trigger, align = "end", children }: MenuProps) {
  return (
    <Primitive.Root modal={false}>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className="z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-48 overflow-y-auto rounded-md border border-border bg-raised p-1 shadow-raised data-[state=open]:animate-enter"
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

const itemStyle =
  "flex h-8 cursor-default select-none items-center gap-2 rounded-sm px-2 outline-none data-[disabled]:opacity-50 data-[highlighted]:bg-hover [&_svg]:size-4 [&_svg]:text-muted";

interface MenuItemProps extends ComponentProps<typeof Primitive.Item> {
  icon?: ReactNode;
  shortcut?: string;
  tone?: "plain" | "danger";
}

export function MenuItem({ icon, shortcut, tone = "plain", children, className, asChild, ...rest }: MenuItemProps) {
  if (asChild) {
    return (
      <Primitive.Item asChild className={cn(itemStyle, className)} {...rest}>
        {children}
      </Primitive.Item>
    );
  }
  return (
    <Primitive.Item
      className={cn(itemStyle, tone === "danger" && "text-danger [&_svg]:text-danger", className)}
      {...rest}
    >
      {icon}
      <span className="flex-1 truncate">{children}</span>
      {shortcut && <span className="text-faint text-xs">{shortcut}</span>}
    </Primitive.Item>
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
  return (
    <>
      <MenuLabel>{label}</MenuLabel>
      <Primitive.RadioGroup value={value} onValueChange={(chosen) => onChange(chosen as T)}>
        {options.map((option) => (
          <Primitive.RadioItem key={option.value} value={option.value} className={itemStyle}>
            <span className="flex size-4 items-center justify-center">
              <Primitive.ItemIndicator>
                <Check aria-hidden />
              </Primitive.ItemIndicator>
            </span>
            <span className="flex-1 truncate">{option.label}</span>
            {option.aside && <span className="text-faint text-xs">{option.aside}</span>}
          </Primitive.RadioItem>
        ))}
      </Primitive.RadioGroup>
    </>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <Primitive.Label className="px-2 pt-1.5 pb-1 text-muted text-xs">{children}</Primitive.Label>;
}

export function MenuSeparator() {
  return <Primitive.Separator className="my-1 h-px bg-border" />;
}
