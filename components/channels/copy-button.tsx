"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "../ui/button";
import { copyText } from "../ui/copy-text";

interface CopyButtonProps {
  text: string;
  /** What is copied, read out: "HLS address". */
  label: string;
  children?: string;
}

/** Copies a text and says that it did. */
export function CopyButton({ text, label, children = "Copy" }: CopyButtonProps) {
  const [state, setState] = useState<"idle" | "copied" | "refused">("idle");
  useEffect(() => {
    if (state === "idle") return;
    const timer = setTimeout(() => setState("idle"), 2000);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = () =>
    copyText(text).then(
      () => setState("copied"),
      () => setState("refused"),
    );
  return (
    <Button
      size="sm"
      aria-label={`Copy ${label}`}
      icon={state === "copied" ? <Check className="text-ok" aria-hidden /> : <Copy aria-hidden />}
      onClick={copy}
    >
      <span aria-live="polite">
        {state === "copied" ? "Copied" : state === "refused" ? "Select it by hand" : children}
      </span>
    </Button>
  );
}
