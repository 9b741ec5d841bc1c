import { Check } from "lucide-react";
import type { SaveState } from "./use-autosave";

interface SaveNoteProps {
  state: SaveState;
  onRetry: () => void;
}

/** Beside a field that saves itself: where its words are. */
export function SaveNote({ state, onRetry }: SaveNoteProps) {
  return (
    <span role="status" className="text-muted text-xs">
      {(state === "waiting" || state === "saving") && "Saving…"}
      {state === "saved" && (
        <span className="inline-flex items-center gap-1">
          <Check className="size-3 text-ok" aria-hidden />
          Saved
        </span>
      )}
      {state === "failed" && (
        <span className="text-danger">
          Not saved{" "}
          <button type="button" onClick={onRetry} className="rounded-sm font-medium underline underline-offset-2">
            Try again
          </button>
        </span>
      )}
    </span>
  );
}
