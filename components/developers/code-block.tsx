"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { cn } from "@/components/ui/cn";
import { copyText } from "@/components/ui/copy-text";
import { IconButton } from "@/components/ui/icon-button";
import { type CodePart, codeParts } from "./code-parts";

const SHOWN_MS = 2000;
const COLOURS: Record<CodePart["kind"], string | undefined> = {
  plain: undefined,
  comment: "text-muted italic",
  text: "text-ok",
};

interface CodeBlockProps {
  code: string;
  /** What it is, for those who do not see it. */
  label: string;
  /** Names the language in the page's source. */
  language?: string;
  className?: string;
}

/** Code to read and to copy. Long lines scroll inside, never the page. */
export function CodeBlock({ code, label, language, className }: CodeBlockProps) {
  return (
    <figure
      aria-label={label}
      className={cn("group relative overflow-hidden rounded-lg border border-border bg-sunken", className)}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard */}
      <pre tabIndex={0} className="overflow-x-auto p-4 pr-12 font-mono text-sm leading-5">
        <code data-language={language}>
          {codeParts(code).map((part, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
            <span key={index} className={COLOURS[part.kind]}>
              {part.text}
            </span>
          ))}
        </code>
      </pre>
      <CopyButton text={code} what={label} />
    </figure>
  );
}

function CopyButton({ text, what }: { text: string; what: string }) {
  const [state, setState] = useState<"idle" | "copied" | "refused">("idle");
  useEffect(() => {
    if (state === "idle") return;
    const timer = setTimeout(() => setState("idle"), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [state]);

  async function copy() {
    setState(
      await copyText(text).then(
        () => "copied" as const,
        () => "refused" as const,
      ),
    );
  }
  const label = { idle: `Copy: ${what}`, copied: "Copied", refused: "The browser refused; select the text instead" }[
    state
  ];
  return (
    <div className="absolute top-2 right-2">
      <IconButton label={label} onClick={() => void copy()} className="bg-sunken">
        {state === "copied" ? <Check aria-hidden className="text-ok" /> : <Copy aria-hidden />}
      </IconButton>
      <span role="status" className="sr-only">
        {state === "idle" ? "" : label}
      </span>
    </div>
  );
}
