"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";

/** A token to copy. Selected at once, so that it can be taken where the clipboard is closed to pages. */
export function ShownToken({ token }: { token: string }) {
  const [isCopied, setCopied] = useState(false);

  async function copy() {
    try {
      await navigator.clipboard.writeText(token);
      setCopied(true);
    } catch {
      document.getElementById("shown-token")?.focus(); // selects it: see onFocus
    }
  }

  return (
    <div className="flex flex-col gap-2 pb-2 sm:flex-row">
      <textarea
        id="shown-token"
        readOnly
        rows={2}
        aria-label="API key"
        value={token}
        onFocus={(event) => event.currentTarget.select()}
        className="min-w-0 flex-1 resize-none break-all rounded-md border border-border-strong bg-sunken px-2.5 py-1.5 font-mono text-sm"
      />
      <Button
        className="sm:h-auto"
        icon={isCopied ? <Check aria-hidden /> : <Copy aria-hidden />}
        onClick={() => void copy()}
      >
        {isCopied ? "Copied" : "Copy"}
      </Button>
      <span role="status" className="sr-only">
        {isCopied ? "The key was copied" : ""}
      </span>
    </div>
  );
}
