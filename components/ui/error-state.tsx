"use client";

import { RotateCw, TriangleAlert } from "lucide-react";
import { Button } from "./button";
import { EmptyState } from "./empty-state";

interface ErrorStateProps {
  /** What could not be done: "The library could not be loaded". */
  title: string;
  error: Error & { requestId?: string | null };
  onRetry: () => void;
  retrying?: boolean;
  className?: string;
}

/** What a list shows when it could not be loaded, with the way out. */
export function ErrorState({ title, error, onRetry, retrying, className }: ErrorStateProps) {
  return (
    <div role="alert">
      <EmptyState
        icon={<TriangleAlert aria-hidden />}
        title={title}
        className={className}
        action={
          <Button icon={<RotateCw aria-hidden />} busy={retrying} onClick={onRetry}>
            Try again
          </Button>
        }
      >
        <p>{error.message}</p>
        {error.requestId && <p className="mt-2 font-mono text-faint text-xs">{error.requestId}</p>}
      </EmptyState>
    </div>
  );
}
