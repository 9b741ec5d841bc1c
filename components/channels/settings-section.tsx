"use client";

import { Check } from "lucide-react";
import { type FormEvent, type ReactNode, useId } from "react";
import { Button } from "../ui/button";

interface SettingsSectionProps {
  title: string;
  /** What these settings do now, in a sentence or two. */
  summary: ReactNode;
  children: ReactNode;
  isChanged: boolean;
  /** Why it cannot be saved as it is. */
  problem?: string | null;
  isSaving: boolean;
  isSaved: boolean;
  error: Error | null;
  onSave: () => void;
  onReset: () => void;
}

/** Settings of a channel with what they mean in words, and one button that saves them and says so. */
export function SettingsSection(props: SettingsSectionProps) {
  const { title, summary, children, isChanged, problem, isSaving, isSaved, error, onSave, onReset } = props;
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isChanged && !problem) onSave();
  };
  return (
    <section aria-labelledby={id} className="border-border border-b pb-8 last:border-b-0">
      <h2 id={id} className="font-semibold text-lg">
        {title}
      </h2>
      <div className="mt-1 max-w-prose text-muted">{summary}</div>
      <form onSubmit={submit} className="mt-4 max-w-2xl">
        {children}
        <div className="mt-4 flex min-h-8 flex-wrap items-center gap-2">
          <Button type="submit" tone="primary" busy={isSaving} disabled={!isChanged || !!problem}>
            Save
          </Button>
          {isChanged && !isSaving && <Button onClick={onReset}>Discard</Button>}
          <p role="status" className="text-sm">
            {error && !isSaving && <span className="text-danger">Not saved: {error.message}</span>}
            {!error && isChanged && problem && <span className="text-warn">{problem}</span>}
            {!error && isChanged && !problem && !isSaving && <span className="text-muted">Not saved yet</span>}
            {!error && !isChanged && isSaved && (
              <span className="inline-flex items-center gap-1 text-muted">
                <Check className="size-3.5 text-ok" aria-hidden />
                Saved
              </span>
            )}
          </p>
        </div>
      </form>
    </section>
  );
}
