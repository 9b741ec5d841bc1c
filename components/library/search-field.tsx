"use client";

import { Search, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Kbd } from "@/components/ui/kbd";
import { useSlashKey } from "./use-slash-key";

const TYPING_PAUSE_MS = 250;

interface SearchFieldProps {
  /** What is looked into. */
  label: string;
  text: string;
  onChange: (text: string) => void;
}

/** Follows the address (Back, "clear filters"), and writes to it when typing pauses. */
export function SearchField({ label, text, onChange }: SearchFieldProps) {
  const [typed, setTyped] = useState(text);
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useSlashKey(input);
  useEffect(() => setTyped(text), [text]);
  useEffect(() => () => clearTimeout(timer.current), []);

  function type(value: string, pauseMs = TYPING_PAUSE_MS) {
    setTyped(value);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onChange(value.trim()), pauseMs);
  }

  return (
    <div className="relative w-full sm:w-72">
      <Search className="pointer-events-none absolute top-2 left-2.5 size-4 text-muted" aria-hidden />
      <Input
        ref={input}
        type="search"
        aria-label={label}
        placeholder={label}
        maxLength={200}
        value={typed}
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => event.key === "Enter" && type(typed, 0)}
        className="pr-9 pl-8 [&::-webkit-search-cancel-button]:hidden"
      />
      <span className="absolute top-0.5 right-1 flex h-7 items-center">
        {typed ? (
          <IconButton label="Clear the search" size="sm" onClick={() => type("", 0)}>
            <X aria-hidden />
          </IconButton>
        ) : (
          <span className="hidden pr-1 sm:inline" aria-hidden>
            <Kbd>/</Kbd>
          </span>
        )}
      </span>
    </div>
  );
}
