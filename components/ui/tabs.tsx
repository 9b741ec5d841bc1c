"use client";

import { Tabs as Primitive } from "radix-ui";
import type { ReactNode } from "react";
import { cn } from "./cn";

interface TabsProps<T extends string> {
  label: string;
  value: T;
  onChange: (value: T) => void;
  tabs: { value: T; label: ReactNode; content?: ReactNode }[];
  className?: string;
}

/** Arrow keys move between tabs. Tabs without `content` only choose. */
export function Tabs<T extends string>({ label, value, onChange, tabs, className }: TabsProps<T>) {
  return (
    <Primitive.Root value={value} onValueChange={(chosen) => onChange(chosen as T)} className={className}>
      <Primitive.List aria-label={label} className="flex gap-4 overflow-x-auto border-border border-b">
        {tabs.map((tab) => (
          <Primitive.Trigger
            key={tab.value}
            value={tab.value}
            // There is nothing to lead to where a tab only chooses.
            {...(!tab.content && { "aria-controls": undefined })}
            className={cn(
              "-mb-px h-9 whitespace-nowrap border-transparent border-b-2 text-muted transition-colors hover:text-text",
              "focus-visible:-outline-offset-2 data-[state=active]:border-accent data-[state=active]:font-medium data-[state=active]:text-text",
            )}
          >
            {tab.label}
          </Primitive.Trigger>
        ))}
      </Primitive.List>
      {tabs.map(
        (tab) =>
          tab.content && (
            <Primitive.Content key={tab.value} value={tab.value} className="pt-4">
              {tab.content}
            </Primitive.Content>
          ),
      )}
    </Primitive.Root>
  );
}
