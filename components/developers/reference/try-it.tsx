"use client";

import { Send } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import type { Description } from "@/core/api-reference/description";
import type { Operation } from "@/core/api-reference/operation";
import { LANGUAGES, type Language, snippetOf } from "@/core/api-reference/snippets";
import { CodeTabs } from "../code-tabs";
import { AnswerView } from "./answer-view";
import { CallerField } from "./caller-field";
import { composed, type Draft, draftOf } from "./compose-request";
import { type Answer, problemOf, sendDraft } from "./send-draft";
import { useApiKey } from "./use-api-key";

interface TryItProps {
  operation: Operation;
  document: Description;
  origin: string;
  user: string | null;
}

/** The request as a form and as a program, both from the same fields; it goes to this server and is really done. */
export function TryIt({ operation, document, origin, user }: TryItProps) {
  const [draft, setDraft] = useState<Draft>(() => draftOf(operation, document));
  const [file, setFile] = useState<File | null>(null);
  const [key] = useApiKey();
  const [isBusy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  async function send() {
    const wrong = problemOf(operation, draft, file);
    setProblem(wrong);
    if (wrong) return;
    setBusy(true);
    setAnswer(null);
    await sendDraft(operation, draft, key || null, file).then(setAnswer, (error: Error) =>
      setProblem(`There was no answer: ${error.message}`),
    );
    setBusy(false);
  }

  const request = composed(operation, draft, origin);
  const code = Object.fromEntries(LANGUAGES.map((language) => [language, snippetSafely(request, language)]));
  return (
    <div className="flex min-w-0 flex-col gap-6 xl:sticky xl:top-18 xl:max-h-[calc(100dvh-5rem)] xl:self-start xl:overflow-y-auto xl:pb-6">
      <CodeTabs label="Request" code={code as Record<Language, string>} />
      <form
        aria-label="Try it"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
        className="flex flex-col gap-3 rounded-lg border border-border bg-surface p-4"
      >
        <h2 className="font-semibold text-base">Try it</h2>
        <CallerField operation={operation} user={user} />
        <ParameterFields operation={operation} draft={draft} onChange={setDraft} />
        <BodyFields operation={operation} draft={draft} onChange={setDraft} onFile={setFile} />
        {problem && (
          <p role="alert" className="text-danger text-sm">
            {problem}
          </p>
        )}
        <div className="flex items-center gap-3">
          <Button type="submit" tone="primary" busy={isBusy} icon={<Send aria-hidden />}>
            Send
          </Button>
          {operation.method !== "GET" && <p className="text-muted text-xs">This is really done, on this server.</p>}
        </div>
      </form>
      {answer && <AnswerView answer={answer} />}
    </div>
  );
}

/** While its JSON is being typed, a form has no program. */
function snippetSafely(request: Parameters<typeof snippetOf>[0], language: Language): string {
  try {
    return snippetOf(request, language);
  } catch {
    return "The body is not JSON.";
  }
}

interface FieldsProps {
  operation: Operation;
  draft: Draft;
  onChange: (draft: Draft) => void;
}

function ParameterFields({ operation, draft, onChange }: FieldsProps) {
  return operation.parameters.map(({ name, in: place, required, schema }) => {
    const id = `${place}.${name}`;
    return (
      <Field
        key={id}
        label={<span className="font-mono">{name}</span>}
        aside={<Aside place={place} required={required} />}
      >
        <Input
          value={draft.parameters[id] ?? ""}
          placeholder={schema.default === undefined ? undefined : String(schema.default)}
          onChange={(event) => onChange({ ...draft, parameters: { ...draft.parameters, [id]: event.target.value } })}
          className="font-mono text-sm"
        />
      </Field>
    );
  });
}

function Aside({ place, required }: { place: string; required?: boolean }) {
  return <span className="text-muted text-xs">{required ? place : `${place}, optional`}</span>;
}

function BodyFields({ operation, draft, onChange, onFile }: FieldsProps & { onFile: (file: File | null) => void }) {
  const { body } = operation;
  if (!body) return null;
  const takesFile = body.type === "multipart/form-data" || !body.type.includes("json");
  return (
    <>
      {takesFile && (
        <Field label="File">
          <input
            type="file"
            onChange={(event) => onFile(event.target.files?.[0] ?? null)}
            className="text-sm file:mr-3 file:h-8 file:rounded-md file:border file:border-border-strong/60 file:bg-raised file:px-3"
          />
        </Field>
      )}
      <Field
        label={takesFile ? "Other fields" : "Body"}
        aside={<span className="text-muted text-xs">{body.type}</span>}
      >
        <Textarea
          value={draft.body}
          rows={Math.min(16, draft.body.split("\n").length + 1)}
          spellCheck={false}
          onChange={(event) => onChange({ ...draft, body: event.target.value })}
          className="font-mono text-sm"
        />
      </Field>
    </>
  );
}
