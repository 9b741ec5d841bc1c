"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { WebhookEndpoint } from "@/core/webhooks/contract";
import type { EventType } from "@/core/webhooks/events";
import { EventChoice } from "./event-choice";
import { SecretDialog } from "./secret-dialog";
import { useCreateEndpoint, useUpdateEndpoint } from "./webhook-queries";

interface EndpointDialogProps {
  /** Absent for a new one. */
  endpoint?: WebhookEndpoint;
  onClose: () => void;
}

/** Asks where to send what. A new endpoint's secret is shown afterwards, once. */
export function EndpointDialog({ endpoint, onClose }: EndpointDialogProps) {
  const [types, setTypes] = useState<EventType[]>(endpoint?.eventTypes ?? []);
  const [problem, setProblem] = useState<{ url?: string; types?: string; form?: string }>({});
  const [secret, setSecret] = useState<string | null>(null);
  const create = useCreateEndpoint();
  const update = useUpdateEndpoint(endpoint?.id ?? "");

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const input = {
      url: String(form.get("url")).trim(),
      description: String(form.get("description")).trim(),
      eventTypes: types,
    };
    const missing = {
      url: input.url ? undefined : "Enter the address that takes the webhooks.",
      types: types.length > 0 ? undefined : "Tick at least one.",
    };
    setProblem(missing);
    if (missing.url || missing.types) return;
    const onError = (error: Error) => setProblem({ form: error.message });
    if (endpoint) update.mutate(input, { onSuccess: onClose, onError });
    else create.mutate(input, { onSuccess: (made) => (made.secret ? setSecret(made.secret) : onClose()), onError });
  }

  if (secret) return <SecretDialog secret={secret} onClose={onClose} />;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={endpoint ? "Edit endpoint" : "New endpoint"}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="primary" type="submit" form="endpoint" busy={create.isPending || update.isPending}>
            {endpoint ? "Save" : "Create endpoint"}
          </Button>
        </>
      }
    >
      <form id="endpoint" onSubmit={submit} noValidate className="flex flex-col gap-4">
        {problem.form && (
          <p role="alert" className="text-danger">
            {problem.form}
          </p>
        )}
        <Field label="Address" error={problem.url} hint="It gets a POST with JSON for every event, over https.">
          <Input
            name="url"
            type="url"
            inputMode="url"
            defaultValue={endpoint?.url}
            placeholder="https://hooks.example.com/lineup"
            autoComplete="off"
          />
        </Field>
        <Field label="What it is for">
          <Input name="description" maxLength={200} defaultValue={endpoint?.description} autoComplete="off" />
        </Field>
        <EventChoice chosen={types} onChange={setTypes} problem={problem.types} />
      </form>
    </Dialog>
  );
}
