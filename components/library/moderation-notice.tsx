"use client";

import { ShieldAlert } from "lucide-react";
import { type FormEvent, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { formatDayTime } from "@/components/ui/format-time";
import { Textarea } from "@/components/ui/input";
import { Local } from "@/components/ui/local";
import type { ContentDetail } from "@/core/content/contract";
import { useResubmitContent } from "./content-queries";

type Judged = Pick<ContentDetail, "id" | "status" | "moderation">;

/** What moderators have to do with an item, and what its creator can do about it. Nothing where they have not. */
export function ModerationNotice({ item }: { item: Judged }) {
  if (item.status === "blocked") return <BlockedNotice item={item} />;
  return item.status === "pending_moderation" ? <WaitingNotice item={item} /> : null;
}

function WaitingNotice({ item: { moderation } }: { item: Judged }) {
  return (
    <div role="status" className="flex gap-3 border-border border-b bg-warn-soft px-5 py-3 text-warn">
      <ShieldAlert className="mt-0.5 size-4 shrink-0" aria-hidden />
      <div className="min-w-0">
        <p className="font-semibold">In review</p>
        <p className="text-text">
          A moderator looks at it before it can be scheduled.
          <Local
            text={() => (moderation?.waitingSince ? ` It waits since ${formatDayTime(moderation.waitingSince)}.` : "")}
          />
        </p>
        {moderation?.reason && <p className="mt-1 break-words text-text">It was blocked: “{moderation.reason}”</p>}
      </div>
    </div>
  );
}

function BlockedNotice({ item }: { item: Judged }) {
  const { id, moderation } = item;
  const [isAsking, setAsking] = useState(false);
  const removed = moderation?.removedBlocks.length ?? 0;
  return (
    <div role="alert" className="border-border border-b bg-warn-soft px-5 py-4 text-warn">
      <p className="flex items-center gap-2 font-semibold">
        <ShieldAlert className="size-4 shrink-0" aria-hidden />
        Blocked by a moderator
      </p>
      <p className="mt-1 break-words text-text">“{moderation?.reason}”</p>
      <p className="mt-2 text-text">
        Nothing plays it, and it cannot be scheduled.
        {removed === 1 && " One block has left your guides."}
        {removed > 1 && (
          <>
            {" "}
            <Local text={() => removed.toLocaleString()} /> blocks have left your guides.
          </>
        )}{" "}
        You can change what is wrong and ask for another look, or delete it.
      </p>
      {isAsking ? (
        <ResubmitForm id={id} onCancel={() => setAsking(false)} />
      ) : (
        <Button className="mt-3" onClick={() => setAsking(true)}>
          Ask for another look
        </Button>
      )}
    </div>
  );
}

function ResubmitForm({ id, onCancel }: { id: string; onCancel: () => void }) {
  const [note, setNote] = useState("");
  const resubmit = useResubmitContent(id);
  const form = useId();
  const send = (event: FormEvent) => {
    event.preventDefault();
    resubmit.mutate(note.trim());
  };
  return (
    <form id={form} onSubmit={send} className="mt-3 flex flex-col gap-2 text-text">
      <Field
        label="What should the moderators know?"
        hint="What you changed, or why it may stay. You may leave it empty."
        error={resubmit.error?.message}
      >
        <Textarea autoFocus maxLength={1000} value={note} onChange={(event) => setNote(event.target.value)} />
      </Field>
      <div className="flex gap-2">
        <Button type="submit" tone="primary" busy={resubmit.isPending}>
          Send to review
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </form>
  );
}
