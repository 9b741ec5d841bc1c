"use client";

import { PageBroke } from "@/components/shell/page-broke";

/** A page that broke while it was rendered. The frame above it goes on. */
export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <PageBroke
      title="This page could not be shown"
      text="It is our fault, not yours. If it happens again, note the code below."
      digest={error.digest}
      onRetry={reset}
    />
  );
}
