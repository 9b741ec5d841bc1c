"use client";

import { type FormEvent, useState } from "react";
import { ApiError, api } from "@/components/api/client";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { FormAlert } from "./form-alert";
import { PasswordInput } from "./password-input";
import { type RegisterField, registerProblems } from "./register-problems";
import { signInWithPassword } from "./sign-in-with-password";

/** Creates an account, signs in with it and opens the Studio. */
export function SignUpForm({ next }: { next: string }) {
  const [busy, setBusy] = useState(false);
  const [fields, setFields] = useState<Partial<Record<RegisterField, string>>>({});
  const [problem, setProblem] = useState<string | null>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const element = event.currentTarget;
    const form = new FormData(element);
    const account = {
      name: String(form.get("name")),
      email: String(form.get("email")),
      password: String(form.get("password")),
      timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    };
    setBusy(true);
    setFields({});
    setProblem(null);
    try {
      await api.post("/v1/auth/register", account);
    } catch (thrown) {
      const problems = registerProblems(thrown instanceof ApiError ? thrown : null);
      setFields(problems.fields);
      setProblem(problems.form);
      setBusy(false);
      const first = Object.keys(problems.fields)[0];
      if (first) (element.elements.namedItem(first) as HTMLElement | null)?.focus();
      return;
    }
    const refusal = await signInWithPassword(account.email, account.password);
    // The account exists now: whatever hinders signing in is better told on the page made for it.
    window.location.assign(refusal === null ? next : `/sign-in?email=${encodeURIComponent(account.email)}`);
  }

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      {problem && <FormAlert>{problem}</FormAlert>}
      <Field label="Your name" error={fields.name}>
        <Input name="name" autoComplete="name" required autoFocus className="h-10" />
      </Field>
      <Field label="E-mail" error={fields.email}>
        <Input name="email" type="email" autoComplete="username" required className="h-10" />
      </Field>
      <Field
        label="Password"
        hint="At least 10 characters. A sentence is easier to keep than a riddle."
        error={fields.password}
      >
        <PasswordInput name="password" autoComplete="new-password" required minLength={10} />
      </Field>
      <Button type="submit" tone="primary" size="lg" busy={busy} className="mt-2">
        Create account
      </Button>
    </form>
  );
}
