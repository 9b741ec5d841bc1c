"use client";

import { type KeyboardEvent, type ReactNode, useId } from "react";
import { cn } from "./cn";

interface TabsProps<T extends string> {
  label: string;
  value: T;
  onChange: (value: T) => void;
  tabs: { value: T; label: ReactNode; content?: ReactNode }[];
  className?: string;
}

/** Arrow keys, Home and End move between tabs and choose at once. Tabs without `content` only choose. */
export function Tabs<T extends string>({ label, value, onChange, tabs, className }: TabsProps<T>) {
  const id = useId();
  const chosen = tabs.find((tab) => tab.value === value);

  function press(event: KeyboardEvent<HTMLElement>) {
    // From where the focus is: the choice may take a moment, and keys are faster.
    const at = tabs.findIndex((tab) => `${id}-${tab.value}` === (event.target as HTMLElement).id);
    const target = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: -1 }[event.key];
    if (at < 0 || target === undefined || event.metaKey || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    const tab = tabs.at(target % tabs.length);
    if (!tab) return;
    onChange(tab.value);
    document.getElementById(`${id}-${tab.value}`)?.focus();
  }
  return (
    <div className={className}>
      <div
        role="tablist"
        aria-label={label}
        onKeyDown={press}
        className="flex gap-4 overflow-x-auto border-border border-b"
      >
        {tabs.map((tab) => (
          <button
            key={tab.value}
            id={`${id}-${tab.value}`}
            type="button"
            role="tab"
            aria-selected={tab === chosen}
            // There is nothing to lead to where a tab only chooses.
            aria-controls={tab === chosen && tab.content ? `${id}-content` : undefined}
            tabIndex={tab === chosen ? 0 : -1}
            onClick={() => onChange(tab.value)}
            className={cn(
              "-mb-px h-9 whitespace-nowrap border-transparent border-b-2 text-muted transition-colors hover:text-text",
              "focus-visible:-outline-offset-2 aria-selected:border-accent aria-selected:font-medium aria-selected:text-text",
            )}
          >
            {tab.label}
          </button>
        ))}
      </div>
      {chosen?.content && (
        <div
          key={chosen.value}
          id={`${id}-content`}
          role="tabpanel"
          aria-labelledby={`${id}-${chosen.value}`}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what a tab shows is read on from the tab by the next press of Tab.
          tabIndex={0}
          className="pt-4"
        >
          {chosen.content}
        </div>
      )}
    </div>
  );
}
