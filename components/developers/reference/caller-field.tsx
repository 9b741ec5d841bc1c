"use client";

import Link from "next/link";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { Operation } from "@/core/api-reference/operation";
import { useApiKey } from "./use-api-key";

/** Who the request comes from: whoever is signed in, or the holder of a key. */
export function CallerField({ operation, user }: { operation: Operation; user: string | null }) {
  const [key, paste] = useApiKey();
  if (operation.callers.length === 0) return <p className="text-muted text-sm">Anybody may ask this.</p>;
  const takesSession = operation.callers.includes("session");
  const takesKey = operation.callers.some((name) => name !== "session");
  if (!takesKey) return user ? <SignedIn user={user} /> : <SignIn text="This takes a signed-in session." />;
  return (
    <>
      {takesSession && !key && (user ? <SignedIn user={user} /> : <SignIn text="Paste a key below, or sign in." />)}
      <Field
        label={takesSession ? "API key" : "Import key"}
        aside={<span className="text-muted text-xs">{takesSession && user ? "instead of your session" : ""}</span>}
        hint="Stays in this page, and is gone when you leave it."
      >
        <Input
          type="password"
          autoComplete="off"
          value={key}
          placeholder={takesSession ? "vk_live_…" : "vid_…"}
          onChange={(event) => paste(event.target.value)}
          className="font-mono text-sm"
        />
      </Field>
    </>
  );
}

function SignedIn({ user }: { user: string }) {
  return (
    <p className="text-muted text-sm">
      As <span className="font-medium text-text">{user}</span>, who is signed in.
    </p>
  );
}

function SignIn({ text }: { text: string }) {
  return (
    <p className="text-muted text-sm">
      {text}{" "}
      <Link href="/sign-in?next=/developers/api" className="font-medium text-accent underline underline-offset-4">
        Sign in
      </Link>
    </p>
  );
}
