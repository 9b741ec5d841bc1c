"use client";

import { type FormEvent, useState } from "react";
import { ApiError } from "@/components/api/client";
import { FormAlert } from "@/components/auth/form-alert";
import { PasswordInput } from "@/components/auth/password-input";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { type AccountProblems, accountProblems } from "./account-problems";
import { useCloseAccount } from "./account-queries";
import { SectionHead } from "./section-head";

const NO_PROBLEMS: AccountProblems = { fields: {}, form: null };

/** Closes the account, after saying what goes with it. */
export function CloseAccountView({ user }: { user: { email: string; hasPassword: boolean } }) {
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <SectionHead title="Close account">
        Your channels leave the air, and your library, guides, keys and figures are removed. This cannot be taken back.
      </SectionHead>
      <Button tone="danger" onClick={() => setAsking(true)}>
        Close account…
      </Button>
      {isAsking && <CloseAccountDialog user={user} onClose={() => setAsking(false)} />}
    </>
  );
}

function CloseAccountDialog({ user, onClose }: { user: { email: string; hasPassword: boolean }; onClose: () => void }) {
  const close = useCloseAccount();
  const [problems, setProblems] = useState(NO_PROBLEMS);
  /** Channels on the air, which the second press takes off. */
  const [onAir, setOnAir] = useState<string[]>([]);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const email = String(form.get("email")).trim().toLowerCase();
    const password = String(form.get("password") ?? "");
    const fields: AccountProblems["fields"] = {
      ...(email !== user.email && { email: `Type ${user.email}.` }),
      ...(user.hasPassword && !password && { password: "Write your password." }),
    };
    setProblems({ fields, form: null });
    if (Object.keys(fields).length > 0) return;
    close.mutate(
      { email, ...(user.hasPassword && { password }), unpublish: onAir.length > 0 },
      { onSuccess: () => window.location.assign("/sign-up"), onError: refused },
    );
  }

  function refused(error: Error) {
    if (!(error instanceof ApiError)) return setProblems({ fields: {}, form: error.message });
    if (error.code !== "account.channels_published") return setProblems(accountProblems(error, "password"));
    setOnAir((error.details.channels as { name: string }[]).map(({ name }) => name));
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Close this account?"
      description="Nobody can sign in to it afterwards, and nothing of it can be brought back."
      footer={
        <>
          <Button onClick={onClose}>Keep the account</Button>
          <Button tone="danger" type="submit" form="close-account" busy={close.isPending}>
            {onAir.length > 0 ? "Take them off the air and close" : "Close account"}
          </Button>
        </>
      }
    >
      <form id="close-account" onSubmit={submit} noValidate className="flex flex-col gap-4">
        {problems.form && <FormAlert>{problems.form}</FormAlert>}
        {onAir.length > 0 && (
          <FormAlert>
            On the air: {onAir.join(", ")}. {onAir.length === 1 ? "It leaves" : "They leave"} the air for everybody who
            is watching.
          </FormAlert>
        )}
        <Field label="Your e-mail address, once more" error={problems.fields.email} hint={user.email}>
          <Input name="email" type="email" autoComplete="off" />
        </Field>
        {user.hasPassword && (
          <Field label="Password" error={problems.fields.password}>
            <PasswordInput name="password" autoComplete="current-password" />
          </Field>
        )}
      </form>
    </Dialog>
  );
}
