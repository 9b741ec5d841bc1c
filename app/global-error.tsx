"use client";

import { ErrorState } from "@/components/ui/error-state";
import "./globals.css";

/** The last resort: the frame of every page itself broke. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  const shown = Object.assign(new Error("Reload the page. If it happens again, note the code below."), {
    requestId: error.digest ?? null,
  });
  return (
    <html lang="en">
      <body>
        <title>Something broke · Lineup</title>
        <ErrorState title="Lineup could not be shown" error={shown} onRetry={() => window.location.reload()} />
      </body>
    </html>
  );
}
