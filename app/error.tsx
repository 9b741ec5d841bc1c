"use client";

import { ErrorState } from "@/components/ui/error-state";

/** A page that broke while it was rendered. The rest of the frame above it goes on. */
export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const shown = Object.assign(new Error("It is our fault, not yours. If it happens again, note the code below."), {
    requestId: error.digest ?? null,
  });
  return <ErrorState title="This page could not be shown" error={shown} onRetry={reset} className="min-h-[60vh]" />;
}
