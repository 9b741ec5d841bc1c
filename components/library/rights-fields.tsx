"use client";

import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useIsLive } from "@/components/ui/local";
import type { ContentDetail, UpdateContent } from "@/core/content/contract";
import { SaveNote } from "./save-note";
import { useAutosave } from "./use-autosave";

interface RightsFieldsProps {
  item: ContentDetail;
  save: (fields: UpdateContent) => Promise<unknown>;
}

/** From when until when an item may be shown, in this browser's time zone. */
export function RightsFields({ item, save }: RightsFieldsProps) {
  const from = useAutosave({ saved: item.rightsFrom, save: (value) => save({ rightsFrom: value }) });
  const isLive = useIsLive();
  const until = useAutosave({ saved: item.rightsUntil, save: (value) => save({ rightsUntil: value }) });
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label="Rights from" aside={<SaveNote state={from.state} onRetry={from.flush} />} error={from.problem}>
        <Input
          type="datetime-local"
          value={isLive ? localTime(from.value) : ""}
          onChange={(event) => from.change(instantOf(event.target.value))}
          onBlur={from.flush}
        />
      </Field>
      <Field label="Rights until" aside={<SaveNote state={until.state} onRetry={until.flush} />} error={until.problem}>
        <Input
          type="datetime-local"
          value={isLive ? localTime(until.value) : ""}
          onChange={(event) => until.change(instantOf(event.target.value))}
          onBlur={until.flush}
        />
      </Field>
    </div>
  );
}

/** An instant as the browser's field writes it: local, without a zone. */
function localTime(instant: string | null): string {
  if (instant === null) return "";
  const at = new Date(instant);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function instantOf(local: string): string | null {
  const at = new Date(local);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}
