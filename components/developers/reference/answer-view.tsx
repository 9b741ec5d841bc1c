import { Badge } from "@/components/ui/badge";
import { CodeBlock } from "../code-block";
import type { Answer } from "./send-draft";

/** What the server said. */
export function AnswerView({ answer: { status, statusText, elapsedMs, headers, body } }: { answer: Answer }) {
  return (
    <section aria-label="Answer" aria-live="polite" className="flex min-w-0 flex-col gap-3">
      <p className="flex items-center gap-2">
        <Badge tone={status < 400 ? "ok" : "danger"}>
          {status} {statusText}
        </Badge>
        <span className="times text-muted text-sm">{Math.round(elapsedMs)} ms</span>
      </p>
      {body && <CodeBlock code={body} label="Body of the answer" className="max-h-96 overflow-y-auto" />}
      <details>
        <summary className="text-muted text-sm">Headers</summary>
        <CodeBlock
          code={headers.map(([name, value]) => `${name}: ${value}`).join("\n")}
          label="Headers of the answer"
          className="mt-2"
        />
      </details>
    </section>
  );
}
