"use client";

import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { cn } from "@/components/ui/cn";
import type { Field } from "@/core/api-reference/schema-text";
import { inline } from "./prose";

interface FieldListProps {
  fields: Field[];
  /** Of a reply: what is always there needs no mark. */
  isAnswered?: boolean;
}

/** The fields of an object, one below the other; what holds fields itself opens. */
export function FieldList({ fields, isAnswered }: FieldListProps) {
  return (
    <ul className="divide-y divide-border border-border border-y">
      {fields.map((field) => (
        <FieldRow key={field.name} field={field} isAnswered={isAnswered} />
      ))}
    </ul>
  );
}

function FieldRow({ field, isAnswered = false }: { field: Field; isAnswered?: boolean }) {
  const [isOpen, setOpen] = useState(false);
  const inner = isOpen ? field.fields() : null;
  const holdsFields = field.fields().length > 0;
  return (
    <li className="py-2.5">
      <div className="flex flex-wrap items-baseline gap-x-2.5 gap-y-1">
        <span className="font-medium font-mono text-sm">{field.name}</span>
        <span className="break-words font-mono text-muted text-xs">{field.type}</span>
        {field.required !== isAnswered && (
          <span className={cn("text-xs", isAnswered ? "text-muted" : "text-danger")}>
            {isAnswered ? "optional" : "required"}
          </span>
        )}
        {field.limits && <span className="text-muted text-xs">{field.limits}</span>}
        {holdsFields && (
          <button
            type="button"
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
            className="inline-flex items-center gap-0.5 rounded-sm text-accent text-xs hover:underline"
          >
            <ChevronRight aria-hidden className={cn("size-3 transition-transform", isOpen && "rotate-90")} />
            {isOpen ? "less" : "fields"}
          </button>
        )}
      </div>
      {field.description && <p className="mt-1 max-w-[72ch] text-muted text-sm">{inline(field.description)}</p>}
      {inner && (
        <div className="mt-2 ml-1 border-border border-l pl-4">
          <FieldList fields={inner} isAnswered={isAnswered} />
        </div>
      )}
    </li>
  );
}
