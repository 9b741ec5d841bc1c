"use client";

import { useCallback, useEffect, useRef, useState } from "react";

export type SaveState = "idle" | "waiting" | "saving" | "saved" | "failed";

interface AutosaveOptions<T> {
  /** What the server holds. */
  saved: T;
  save: (value: T) => Promise<unknown>;
  /** A sentence when the value may not be saved. */
  refuse?: (value: T) => string | null;
  /** How long typing must rest. */
  pauseMs?: number;
}

export interface Autosave<T> {
  value: T;
  state: SaveState;
  problem: string | null;
  change: (value: T) => void;
  /** Saves what is waiting at once: on leaving the field, on Enter, on "try again". */
  flush: () => void;
}

/**
 * A field that saves itself. What is typed while a save is on its way is saved after it, so the last word wins; what
 * could not be saved stays in the field and says so.
 */
export function useAutosave<T>({ saved, save, refuse, pauseMs = 700 }: AutosaveOptions<T>): Autosave<T> {
  const [draft, setDraft] = useState<{ value: T } | null>(null);
  const [state, setState] = useState<SaveState>("idle");
  const [problem, setProblem] = useState<string | null>(null);
  const waiting = useRef<{ value: T } | null>(null);
  const isSaving = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const rules = useRef({ save, refuse });
  rules.current = { save, refuse };

  const flush = useCallback(async () => {
    clearTimeout(timer.current);
    while (waiting.current && !isSaving.current) {
      const sending = waiting.current;
      const refusal = rules.current.refuse?.(sending.value) ?? null;
      setProblem(refusal);
      if (refusal !== null) return setState("failed");
      isSaving.current = true;
      setState("saving");
      const failure = await rules.current.save(sending.value).then(
        () => null,
        (thrown: unknown) => (thrown instanceof Error ? thrown.message : "It could not be saved."),
      );
      isSaving.current = false;
      if (failure !== null) {
        setProblem(failure);
        return setState("failed");
      }
      if (waiting.current === sending) {
        waiting.current = null;
        setDraft(null);
        setState("saved");
      }
    }
  }, []);

  const change = useCallback(
    (value: T) => {
      waiting.current = { value };
      setDraft(waiting.current);
      setState("waiting");
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), pauseMs);
    },
    [flush, pauseMs],
  );

  // Closing the panel must not lose the last words.
  useEffect(() => () => void flush(), [flush]);

  return { value: draft ? draft.value : saved, state, problem, change, flush: () => void flush() };
}
