import { Fragment, type ReactNode } from "react";

/** The Markdown that descriptions use: paragraphs, `code` and **strong**. Anything else is shown as it is written. */
export function Prose({ text, className }: { text: string; className?: string }) {
  return (
    <div className={className}>
      {text.split(/\n{2,}/).map((paragraph) => (
        <p key={paragraph} className="mt-3 max-w-[72ch] first:mt-0">
          {inline(paragraph)}
        </p>
      ))}
    </div>
  );
}

/** Marks within a line, as elements. */
export function inline(text: string): ReactNode {
  return text.split(/(`[^`]+`|\*\*[^*]+\*\*)/).map((part, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
    return <Fragment key={index}>{markedAs(part)}</Fragment>;
  });
}

function markedAs(part: string): ReactNode {
  if (part.startsWith("`") && part.endsWith("`") && part.length > 2)
    return <code className="break-words font-mono text-[0.9em]">{part.slice(1, -1)}</code>;
  if (part.startsWith("**") && part.endsWith("**") && part.length > 4)
    return <strong className="font-semibold text-text">{part.slice(2, -2)}</strong>;
  return part;
}
