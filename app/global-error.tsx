"use client";

import { PageBroke } from "@/components/shell/page-broke";
import "./globals.css";

/** The last resort: the frame of every page itself broke. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <body>
        <title>Something broke · Lineup</title>
        <PageBroke
          title="Lineup could not be shown"
          text="Reload the page. If it happens again, note the code below."
          digest={error.digest}
          onRetry={() => window.location.reload()}
        />
      </body>
    </html>
  );
}
