"use client";

import { useMutation } from "@tanstack/react-query";
import { CircleCheck, CircleX } from "lucide-react";
import Link from "next/link";
import { useEffect, useRef } from "react";
import { api } from "@/components/api/client";
import { FormAlert } from "@/components/auth/form-alert";
import { Button } from "@/components/ui/button";
import { formatTime } from "@/components/ui/format-time";
import { useNow } from "@/components/ui/use-now";

interface ApproveTvProps {
  device: { userCode: string; name: string; device: string; askedAt: string };
  email: string;
}

/** Says which device asks, and lets its owner answer. Somebody else's code may come in a message: the text warns. */
export function ApproveTv({ device, email }: ApproveTvProps) {
  const nowMs = useNow();
  const answer = useMutation({
    mutationFn: (approve: boolean) => api.post("/v1/auth/oauth/approve", { userCode: device.userCode, approve }),
  });
  if (answer.isSuccess) return <Answered approved={answer.variables} name={device.name} />;
  return (
    <>
      {answer.isError && (
        <div className="mb-4">
          <FormAlert>{answer.error.message}</FormAlert>
        </div>
      )}
      <p className="mb-1 text-muted">Compare the code with the one on your TV:</p>
      <p className="mb-5 rounded-md bg-sunken py-3 text-center font-mono font-semibold text-2xl tracking-widest">
        {device.userCode}
      </p>
      <dl className="mb-5 border-border border-t">
        {(
          [
            ["Name", device.name],
            ["Device", device.device],
            ["Asked at", nowMs === null ? "" : formatTime(device.askedAt)],
            ["Account", email],
          ] as const
        ).map(([label, value]) => (
          <div key={label} className="flex gap-4 border-border border-b py-2">
            <dt className="w-20 shrink-0 text-muted">{label}</dt>
            <dd className="min-w-0 break-words">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="mb-5 text-muted">
        It will watch your channels, drafts too, and act for your account until you sign it out. Refuse if you did not
        just start this at your own TV.
      </p>
      <div className="flex gap-3">
        <Button
          size="lg"
          className="flex-1"
          disabled={answer.isPending}
          busy={answer.isPending && !answer.variables}
          onClick={() => answer.mutate(false)}
        >
          Refuse
        </Button>
        <Button
          size="lg"
          tone="primary"
          className="flex-1"
          disabled={answer.isPending}
          busy={answer.isPending && answer.variables}
          onClick={() => answer.mutate(true)}
        >
          Sign in the TV
        </Button>
      </div>
    </>
  );
}

function Answered({ approved, name }: { approved: boolean; name: string }) {
  const text = useRef<HTMLDivElement>(null);
  useEffect(() => text.current?.focus(), []);
  const Icon = approved ? CircleCheck : CircleX;
  return (
    <div ref={text} tabIndex={-1} role="status" className="outline-none">
      <Icon className={approved ? "size-8 text-ok" : "size-8 text-muted"} strokeWidth={1.5} aria-hidden />
      <p className="mt-3">{approved ? `“${name}” signs in within a few seconds.` : `“${name}” was turned away.`}</p>
      <p className="mt-4">
        <Link href="/account/sessions" className="font-medium text-accent underline-offset-4 hover:underline">
          Sessions and TVs
        </Link>
      </p>
    </div>
  );
}
