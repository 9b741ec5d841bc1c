"use client";

import { cn } from "@/components/ui/cn";
import type { Description } from "@/core/api-reference/description";
import type { Operation } from "@/core/api-reference/operation";
import { fieldsOf, typeText } from "@/core/api-reference/schema-text";
import { FieldList } from "./field-list";
import { Prose } from "./prose";

interface ReplyListProps {
  operation: Operation;
  document: Description;
}

/** Every reply by status: the good ones with their fields, the others with the codes that they carry. */
export function ReplyList({ operation, document }: ReplyListProps) {
  return (
    <ul className="flex flex-col gap-1">
      {operation.replies.map(({ status, reply }) => {
        const isGood = status.startsWith("2");
        const [type, media] = Object.entries(reply.content ?? {})[0] ?? [];
        const schema = isGood ? media?.schema : undefined;
        return (
          <li key={status}>
            <details open={isGood} className="group rounded-md border border-border bg-surface">
              <summary className="flex min-h-9 items-center gap-3 px-3 py-1.5">
                <span className={cn("font-mono font-semibold text-sm", isGood ? "text-ok" : "text-danger")}>
                  {status}
                </span>
                <span className="min-w-0 flex-1 truncate text-muted">
                  {isGood ? schema && typeText(schema, document) : (reply["x-error-codes"]?.join(", ") ?? "")}
                </span>
                {isGood && type && <span className="text-muted text-xs">{type}</span>}
              </summary>
              <div className="border-border border-t px-3 py-3">
                <Prose text={reply.description} className="text-muted text-sm" />
                {schema && fieldsOf(schema, document).length > 0 && (
                  <div className="mt-3">
                    <FieldList fields={fieldsOf(schema, document)} isAnswered />
                  </div>
                )}
              </div>
            </details>
          </li>
        );
      })}
    </ul>
  );
}
