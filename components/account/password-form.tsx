"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { ApiError } from "@/components/api/client";
import { FormAlert } from "@/components/auth/form-alert";
import { PasswordInput } from "@/components/auth/password-input";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { toast } from "@/components/ui/notify";
import { type AccountProblems, accountProblems } from "./account-problems";
import { useChangePassword } from "./account-queries";
import { SectionHead } from "./section-head";

const NO_PROBLEMS: AccountProblems = { fields: {}, form: null };

/** Changes the password, or sets the first one of an account that signs in by another service. */
export function PasswordForm({ user }: { user: { email: string; hasPassword: boolean } }) {
  const router = useRouter();
  const change = useChangePassword();
  const [problems, setProblems] = useState(NO_PROBLEMS);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const element = event.currentTarget;
    const form = new FormData(element);
    const currentPassword = String(form.get("currentPassword") ?? "");
    const newPassword = String(form.get("newPassword"));
    const fields: AccountProblems["fields"] = {
      ...(user.hasPassword && !currentPassword && { currentPassword: "Write your current password." }),
      ...(newPassword.length < 10 && { newPassword: "Use at least 10 characters." }),
    };
    setProblems({ fields, form: null });
    if (Object.keys(fields).length > 0) return;
    change.mutate(
      { newPassword, ...(user.hasPassword && { currentPassword }) },
      {
        onSuccess: () => {
          element.reset();
          toast.success(user.hasPassword ? "Password changed. Everybody else is signed out." : "Password set");
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
      <SectionHead title="Password">
        {user.hasPassword
          ? "Changing it signs out every other browser and TV. API keys go on working."
          : "You sign in by another service. With a password you can sign in without it, too."}
      </SectionHead>
      <form onSubmit={submit} noValidate className="flex max-w-md flex-col gap-4">
        {problems.form && <FormAlert>{problems.form}</FormAlert>}
        {/* For password managers, which file a password under a name. */}
        <input type="text" name="username" autoComplete="username" value={user.email} readOnly hidden />
        {user.hasPassword && (
          <Field label="Current password" error={problems.fields.currentPassword}>
            <PasswordInput name="currentPassword" autoComplete="current-password" />
          </Field>
        )}
        <Field
          label="New password"
          error={problems.fields.newPassword}
          hint="At least 10 characters. A sentence is easier to keep than a riddle."
        >
          <PasswordInput name="newPassword" autoComplete="new-password" maxLength={256} />
        </Field>
        <Button type="submit" tone="primary" busy={change.isPending} className="self-start">
          {user.hasPassword ? "Change password" : "Set password"}
        </Button>
      </form>
    </>
  );
}
