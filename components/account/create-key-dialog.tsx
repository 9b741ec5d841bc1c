"use client";

import { type FormEvent, useState } from "react";
import { ApiError } from "@/components/api/client";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { ApiKey, CreatedApiKey } from "@/core/api-keys/contract";
import type { Scope } from "@/core/api-keys/scopes";
import { useCreateApiKey } from "./api-key-queries";
import { CreatedKeyDialog } from "./created-key-dialog";
import { LIFETIMES } from "./key-words";
import { ScopeChoice } from "./scope-choice";

const KIND_HINTS: Record<ApiKey["kind"], string> = {
  creator: "Sent as Authorization: Bearer vk_live_…",
  import: "Sent as X-API-Key: vid_…, to bring programmes in from elsewhere and nothing else.",
};

/** Asks for a name, rights and a lifetime, then shows the token, once. */
export function CreateKeyDialog({ onClose }: { onClose: () => void }) {
  const [created, setCreated] = useState<CreatedApiKey["key"] | null>(null);
  const [kind, setKind] = useState<ApiKey["kind"]>("creator");
  const [scopes, setScopes] = useState<Scope[]>([]);
  const [problem, setProblem] = useState<{ name?: string; scopes?: string; form?: string }>({});
  const create = useCreateApiKey();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const name = String(form.get("name")).trim();
    const days = Number(form.get("days"));
    const missing = {
      name: name ? undefined : "Give the key a name that says which program uses it.",
      scopes: scopes.length > 0 || kind === "import" ? undefined : "Tick at least one.",
    };
    setProblem(missing);
    if (missing.name || missing.scopes) return;
    create.mutate(
      { name, kind, ...(kind === "creator" && { scopes }), ...(days > 0 && { expiresInDays: days }) },
      {
        onSuccess: ({ key }) => setCreated(key),
        onError: (error) => setProblem({ form: refusal(error) }),
      },
    );
  }

  if (created) return <CreatedKeyDialog created={created} onClose={onClose} />;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="lg"
      title="New API key"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="primary" type="submit" form="create-key" busy={create.isPending}>
            Create key
          </Button>
        </>
      }
    >
      <form id="create-key" onSubmit={submit} noValidate className="flex flex-col gap-4">
        {problem.form && (
          <p role="alert" className="text-danger">
            {problem.form}
          </p>
        )}
        <Field label="Name" error={problem.name}>
          <Input name="name" maxLength={100} placeholder="Night uploader" autoComplete="off" />
        </Field>
        <Field label="It is for" hint={KIND_HINTS[kind]}>
          <Select value={kind} onChange={(event) => setKind(event.target.value as ApiKey["kind"])}>
            <option value="creator">The API of this Studio</option>
            <option value="import">The import API</option>
          </Select>
        </Field>
        {kind === "creator" && <ScopeChoice chosen={scopes} problem={problem.scopes} onChange={setScopes} />}
        <Field label="It works for">
          <Select name="days" defaultValue="90" className="max-w-48">
            {LIFETIMES.map(({ days, label }) => (
              <option key={label} value={days ?? 0}>
                {label}
              </option>
            ))}
          </Select>
        </Field>
      </form>
    </Dialog>
  );
}

function refusal(error: Error): string {
  if (error instanceof ApiError && error.status === 429) {
    const minutes = Math.max(1, Math.ceil((error.retryAfterSeconds ?? 3600) / 60));
    return `You created many keys within the hour. Try again in ${minutes} ${minutes === 1 ? "minute" : "minutes"}.`;
  }
  return error.message;
}
