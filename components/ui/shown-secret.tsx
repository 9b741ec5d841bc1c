"use client";

import { Check, Copy } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "./button";
import { copyText } from "./copy-text";

interface ShownSecretProps {
  /** What it is, read out: "API key". */
  label: string;
  secret: string;
}

/** A secret that is shown once, to copy. Where the clipboard is closed to pages it is selected instead. */
export function ShownSecret({ label, secret }: ShownSecretProps) {
  const [isCopied, setCopied] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const copy = () =>
    copyText(secret).then(
      () => setCopied(true),
      () => field.current?.focus(), // selects it: see onFocus
    );

  return (
    <div className="flex flex-col gap-2 sm:flex-row">
      <textarea
        ref={field}
        readOnly
        rows={2}
        aria-label={label}
        value={secret}
        onFocus={(event) => event.currentTarget.select()}
        className="min-w-0 flex-1 resize-none break-all rounded-md border border-border-strong bg-sunken px-2.5 py-1.5 font-mono text-sm"
      />
      <Button className="sm:h-auto" icon={isCopied ? <Check aria-hidden /> : <Copy aria-hidden />} onClick={copy}>
        {isCopied ? "Copied" : "Copy"}
      </Button>
      <span role="status" className="sr-only">
        {isCopied ? `${label}: copied` : ""}
      </span>
    </div>
  );
}
