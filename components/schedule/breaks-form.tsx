"use client";

import { useMutation } from "@tanstack/react-query";
import { Scissors } from "lucide-react";
import { type FormEvent, useState } from "react";
import { api } from "@/components/api/client";
import type { PlacedBlocks, PutBreaks } from "@/core/schedule/contract";
import { parseRuntime, runtimeText } from "@/core/schedule/grid-text";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import type { GuideBlock } from "./guide-block";
import { useBulkEdit } from "./use-bulk-edit";

const USUAL_BREAK_MS = 120_000;

interface BreaksFormProps {
  channelId: string;
  block: GuideBlock;
  onDone: () => void;
}

/** Divides a programme at its break points, with breaks of one length between the parts. */
export function BreaksForm({ channelId, block, onDone }: BreaksFormProps) {
  const carryOut = useBulkEdit();
  const [length, setLength] = useState(runtimeText(USUAL_BREAK_MS));
  const durationMs = parseRuntime(length);
  const points = pointsInside(block);
  const put = useMutation({
    mutationFn: (durationSeconds: number) =>
      carryOut({
        channelId,
        // The parts end later than the block did, by the breaks between them.
        stretch: { fromMs: block.fromMs, toMs: block.toMs + points.length * durationSeconds * 1000 },
        label: `Put breaks into “${block.title}”`,
        work: () =>
          api.post<PlacedBlocks>(`/v1/creator/schedule/${block.id}/breaks`, { durationSeconds } satisfies PutBreaks),
        said: () => [`“${block.title}” has ${points.length === 1 ? "a break" : `${points.length} breaks`} now`],
      }),
    onSuccess: onDone,
  });
  const lengthError = durationMs === null || durationMs < 1000 ? "Write a length such as 2:00." : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (durationMs !== null && !lengthError) put.mutate(durationMs / 1000);
  };
  return (
    <form onSubmit={submit} className="mt-5 flex flex-col gap-2 border-border border-t pt-4">
      <p className="text-muted text-sm">
        {points.length === 1 ? "One break point" : `${points.length} break points`} in this programme:{" "}
        <span className="times">{points.map(runtimeText).join(", ")}</span>. What comes after each goes on after the
        break, and the programme ends later by that much.
      </p>
      <div className="flex items-end gap-3">
        <Field label="Length of each break" error={lengthError}>
          <Input
            className="times w-28"
            autoComplete="off"
            value={length}
            onChange={(event) => setLength(event.target.value)}
          />
        </Field>
        <Button type="submit" icon={<Scissors aria-hidden />} busy={put.isPending} disabled={Boolean(lengthError)}>
          Put breaks in
        </Button>
      </div>
      {put.error && (
        <p role="alert" className="text-danger text-sm">
          {put.error.message}
        </p>
      )}
    </form>
  );
}

/** Break points of a block's content inside the part that the block plays, in milliseconds into the content. */
export function pointsInside(block: GuideBlock): number[] {
  const untilMs = block.offsetMs + block.toMs - block.fromMs;
  return (block.content?.breakPoints ?? [])
    .map((seconds) => Math.round(seconds * 1000))
    .filter((ms) => ms > block.offsetMs && ms < untilMs);
}
