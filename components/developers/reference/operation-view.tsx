"use client";

import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import type { Description } from "@/core/api-reference/description";
import type { Operation } from "@/core/api-reference/operation";
import { type Field, fieldsOf, limitsText, typeText } from "@/core/api-reference/schema-text";
import { FieldList } from "./field-list";
import { MethodBadge } from "./method-badge";
import { Prose } from "./prose";
import { ReplyList } from "./reply-list";
import { TryIt } from "./try-it";

interface OperationViewProps {
  operation: Operation;
  document: Description;
  origin: string;
  user: string | null;
}

/** One operation: what it takes and answers at the left, the request to write and to try at the right. */
export function OperationView({ operation, document, origin, user }: OperationViewProps) {
  const { method, path, summary, description, parameters, body } = operation;
  return (
    <article className="grid gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,1fr)_minmax(26rem,34rem)]">
      <div className="min-w-0">
        <h1 className="font-semibold text-xl">{summary}</h1>
        <p className="mt-2 flex flex-wrap items-baseline font-mono text-sm">
          <MethodBadge method={method} className="text-sm" />
          <span className="min-w-0 break-all">{path}</span>
        </p>
        <Callers operation={operation} />
        {description && <Prose text={description} className="mt-4 text-muted" />}
        {parameters.length > 0 && (
          <Section title="Parameters">
            <FieldList fields={parameters.map((parameter) => parameterField(parameter, document))} />
          </Section>
        )}
        {body && (
          <Section title={`Body, ${body.type}`}>
            {body.schema && <FieldList fields={fieldsOf(body.schema, document)} />}
          </Section>
        )}
        <Section title="Replies">
          <ReplyList operation={operation} document={document} />
        </Section>
      </div>
      <TryIt operation={operation} document={document} origin={origin} user={user} />
    </article>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-8">
      <h2 className="mb-3 font-semibold text-lg">{title}</h2>
      {children}
    </section>
  );
}

function Callers({ operation: { callers, scope, limit } }: { operation: Operation }) {
  const isPublic = callers.length === 0;
  const onlySession = !isPublic && callers.every((name) => name === "session");
  return (
    <p className="mt-3 flex flex-wrap gap-1.5">
      {isPublic && <Badge tone="ok">for everybody</Badge>}
      {onlySession && <Badge>session only, no API key</Badge>}
      {callers.includes("importKey") && <Badge tone="accent">import key</Badge>}
      {scope && <Badge tone="accent">{scope}</Badge>}
      {limit && <Badge tone="warn">limit {limit}</Badge>}
    </p>
  );
}

function parameterField(parameter: Operation["parameters"][number], document: Description): Field {
  const { name, schema, required = false, description = schema.description ?? "" } = parameter;
  const place = parameter.in === "query" ? "" : `in the ${parameter.in}`;
  const limits = [place, limitsText(schema)].filter(Boolean).join(", ");
  return { name, type: typeText(schema, document), required, description, limits, fields: () => [] };
}
