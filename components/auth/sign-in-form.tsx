"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { FormAlert } from "./form-alert";
import { PasswordInput } from "./password-input";
import { signInWithPassword } from "./sign-in-with-password";

interface SignInFormProps {
  next: string;
  email?: string;
  /** Why signing in by another service did not work, told once on coming back. */
  refusal: string | null;
}

/** Signs in and opens the page that was asked for, freshly loaded so that it renders for its owner. */
export function SignInForm({ next, email, refusal }: SignInFormProps) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState(refusal);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setProblem(null);
    const refused = await signInWithPassword(String(form.get("email")), String(form.get("password")));
    if (refused === null) return window.location.assign(next);
    setProblem(refused);
    setBusy(false);
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      {problem && <FormAlert>{problem}</FormAlert>}
      <Field label="E-mail">
        <Input
          name="email"
          type="email"
          autoComplete="username"
          defaultValue={email}
          required
          autoFocus={!email}
          className="h-10"
        />
      </Field>
      <Field label="Password">
        <PasswordInput name="password" autoComplete="current-password" required autoFocus={Boolean(email)} />
      </Field>
      <Button type="submit" tone="primary" size="lg" busy={busy} className="mt-2">
        Sign in
      </Button>
    </form>
  );
}
