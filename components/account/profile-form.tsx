"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { ApiError } from "@/components/api/client";
import { FormAlert } from "@/components/auth/form-alert";
import { PasswordInput } from "@/components/auth/password-input";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/notify";
import { type AccountProblems, accountProblems } from "./account-problems";
import { useUpdateMe } from "./account-queries";
import { SectionHead } from "./section-head";

interface ProfileFormProps {
  user: { id: string; name: string; email: string; hasPassword: boolean };
}

const NO_PROBLEMS: AccountProblems = { fields: {}, form: null };

/** Name and e-mail address. The address is what one signs in with, so changing it asks for the password. */
export function ProfileForm({ user }: ProfileFormProps) {
  const router = useRouter();
  const update = useUpdateMe();
  const [name, setName] = useState(user.name);
  const [email, setEmail] = useState(user.email);
  const [problems, setProblems] = useState(NO_PROBLEMS);
  const newEmail = email.trim().toLowerCase() !== user.email;
  const changed = newEmail || name.trim() !== user.name;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const currentPassword = String(new FormData(event.currentTarget).get("currentPassword") ?? "");
    if (newEmail && !currentPassword) {
      setProblems({ fields: { currentPassword: "Write your current password." }, form: null });
      return;
    }
    setProblems(NO_PROBLEMS);
    update.mutate(
      { name, ...(newEmail && { email, currentPassword }) },
      {
        onSuccess: (saved) => {
          setName(saved.name);
          setEmail(saved.email);
          toast.success("Profile saved");
          router.refresh();
        },
        onError: (error) =>
          setProblems(
            error instanceof ApiError ? accountProblems(error, "currentPassword") : { fields: {}, form: error.message },
          ),
      },
    );
  }

  return (
    <>
      <SectionHead title="Profile" />
      <form onSubmit={submit} noValidate className="flex max-w-md flex-col gap-4">
        {problems.form && <FormAlert>{problems.form}</FormAlert>}
        <Field label="Name" error={problems.fields.name}>
          <Input value={name} maxLength={200} autoComplete="name" onChange={(event) => setName(event.target.value)} />
        </Field>
        <Field
          label="E-mail"
          error={problems.fields.email}
          hint={user.hasPassword ? "You sign in with it." : "Set a password first, then you can change it."}
        >
          <Input
            type="email"
            value={email}
            autoComplete="email"
            readOnly={!user.hasPassword}
            onChange={(event) => setEmail(event.target.value)}
          />
        </Field>
        {newEmail && (
          <Field label="Current password" error={problems.fields.currentPassword} hint="Because the e-mail changes.">
            <PasswordInput name="currentPassword" autoComplete="current-password" />
          </Field>
        )}
        <Button type="submit" tone="primary" busy={update.isPending} disabled={!changed} className="self-start">
          Save
        </Button>
      </form>
      <p className="mt-8 text-muted text-sm">
        Account id <code className="break-all font-mono">{user.id}</code>
      </p>
    </>
  );
}
