"use client";

import { Search, X } from "lucide-react";
import { useRef } from "react";
import { useSlashKey } from "../library/use-slash-key";
import { IconButton } from "../ui/icon-button";
import { Input } from "../ui/input";
import { Kbd } from "../ui/kbd";

interface SearchFieldProps {
  /** What stands in it. Where nobody listens it keeps that itself, and Enter leads to the front page's search. */
  words?: string;
  onChange?: (words: string) => void;
}

/** Where one types what one wants to watch. "/" leads to it from anywhere on the page. */
export function SearchField({ words, onChange }: SearchFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  useSlashKey(input);
  return (
    <search className="w-full sm:max-w-md">
      <form
        action="/"
        className="relative"
        onSubmit={(event) => {
          if (onChange) event.preventDefault();
        }}
      >
        <Search className="pointer-events-none absolute top-2 left-2.5 size-4 text-muted" aria-hidden />
        <Input
          ref={input}
          type="search"
          name="q"
          aria-label="Search channels and programmes"
          placeholder="Search channels and programmes"
          maxLength={100}
          autoComplete="off"
          value={words}
          onChange={onChange && ((event) => onChange(event.target.value))}
          onKeyDown={(event) => event.key === "Escape" && onChange?.("")}
          className="pr-9 pl-8 [&::-webkit-search-cancel-button]:hidden"
        />
        <span className="absolute top-0.5 right-1 flex h-7 items-center">
          {words ? (
            <IconButton
              label="Clear the search"
              size="sm"
              onClick={() => {
                onChange?.("");
                input.current?.focus();
              }}
            >
              <X aria-hidden />
            </IconButton>
          ) : (
            <span className="hidden pr-1 sm:inline" aria-hidden>
              <Kbd>/</Kbd>
            </span>
          )}
        </span>
      </form>
    </search>
  );
}
