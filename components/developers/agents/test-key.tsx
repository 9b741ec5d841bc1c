"use client";

import { CircleCheck, TriangleAlert } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { Me } from "@/core/auth/contract";
import { askMcp } from "./ask-mcp";

type State = { kind: "idle" | "asking" } | { kind: "works" | "refused"; text: string };

/** Asks `/mcp` with a key, as an agent would. The key stays in this page. */
export function TestKey() {
  const [state, setState] = useState<State>({ kind: "idle" });

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const key = String(new FormData(event.currentTarget).get("key")).trim();
    setState({ kind: "asking" });
    try {
      const [who, list] = [
        await askMcp(key, "tools/call", { name: "whoami", arguments: {} }),
        await askMcp(key, "tools/list", {}),
      ];
      const me = who?.structuredContent as Me;
      const count = list?.tools?.length ?? 0;
      setState({ kind: "works", text: `It works: ${me.user.name} (${me.user.email}), ${count} tools.` });
    } catch (thrown) {
      setState({ kind: "refused", text: (thrown as Error).message });
    }
  }

  return (
    <form onSubmit={submit} noValidate className="max-w-2xl">
      <div className="flex flex-col gap-2 sm:flex-row sm:items-end">
        <Field label="Test my key" className="flex-1">
          <Input name="key" type="password" autoComplete="off" placeholder="vk_live_…" className="font-mono" />
        </Field>
        <Button type="submit" busy={state.kind === "asking"}>
          Test
        </Button>
      </div>
      <p role="status" className="mt-2 flex min-h-5 items-start gap-2 text-sm">
        {state.kind === "works" && (
          <>
            <CircleCheck className="mt-0.5 size-4 shrink-0 text-ok" aria-hidden />
            {state.text}
          </>
        )}
        {state.kind === "refused" && (
          <span className="flex gap-2 text-danger">
            <TriangleAlert className="mt-0.5 size-4 shrink-0" aria-hidden />
            {state.text}
          </span>
        )}
      </p>
    </form>
  );
}
