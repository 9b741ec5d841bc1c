"use client";

import { X } from "lucide-react";
import { type KeyboardEvent, useId, useState } from "react";
import { cn } from "@/components/ui/cn";
import { inputStyle } from "@/components/ui/input";
import { addTags, MAX_TAG_CHARACTERS } from "./tags";

interface TagsInputProps {
  id?: string;
  "aria-describedby"?: string;
  "aria-invalid"?: boolean;
  "aria-label"?: string;
  placeholder?: string;
  /** Words that are in use already. */
  suggestions?: readonly string[];
  value: string[];
  onChange: (tags: string[]) => void;
  onBlur?: () => void;
}

/** Tags as one writes them: Enter or a comma ends one, Backspace takes the last one back. */
export function TagsInput({ value, onChange, onBlur, placeholder, suggestions = [], ...control }: TagsInputProps) {
  const list = useId();
  const [typed, setTyped] = useState("");

  function commit(text: string) {
    const tags = addTags(value, text);
    if (tags.length !== value.length) onChange(tags);
    setTyped("");
  }

  function press(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === "Enter" || event.key === ",") {
      event.preventDefault();
      commit(typed);
    } else if (event.key === "Backspace" && typed === "" && value.length > 0) {
      onChange(value.slice(0, -1));
    }
  }

  return (
    <div className={cn(inputStyle, "flex min-h-8 flex-wrap items-center gap-1 px-1 py-1 focus-within:border-focus")}>
      {value.map((tag) => (
        <span
          key={tag}
          className="inline-flex h-6 max-w-full items-center gap-0.5 rounded-sm bg-sunken pr-0.5 pl-2 text-sm"
        >
          <span className="truncate">{tag}</span>
          <button
            type="button"
            aria-label={`Remove ${tag}`}
            onClick={() => onChange(value.filter((other) => other !== tag))}
            className="flex size-5 items-center justify-center rounded-sm text-muted hover:bg-hover hover:text-text"
          >
            <X className="size-3" aria-hidden />
          </button>
        </span>
      ))}
      <datalist id={list}>
        {suggestions
          .filter((word) => !value.includes(word))
          .map((word) => (
            <option key={word} value={word} />
          ))}
      </datalist>
      <input
        {...control}
        value={typed}
        maxLength={MAX_TAG_CHARACTERS}
        list={suggestions.length > 0 ? list : undefined}
        placeholder={value.length === 0 ? (placeholder ?? "Add a tag") : undefined}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={press}
        onPaste={(event) => {
          const text = event.clipboardData.getData("text");
          if (!/[,\n]/.test(text)) return;
          event.preventDefault();
          commit(typed + text);
        }}
        onBlur={() => {
          commit(typed);
          onBlur?.();
        }}
        className="h-6 min-w-20 flex-1 bg-transparent px-1.5 outline-none"
      />
    </div>
  );
}
