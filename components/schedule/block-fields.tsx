"use client";

import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import type { BlockDraft } from "./use-block-draft";

/** When a block stands, which part of its content it plays, and what it counts as. Of length and end one follows the other. */
export function BlockFields({ draft, isLocked }: { draft: BlockDraft; isLocked: boolean }) {
  const { block, written, write, errors } = draft;
  return (
    <div className="grid grid-cols-2 gap-3 sm:grid-cols-[1.5fr_1fr_1fr_1fr]">
      <Field label="Day" error={errors.day}>
        <Input
          type="date"
          required
          disabled={isLocked}
          value={written.day}
          onChange={(event) => write({ day: event.target.value })}
        />
      </Field>
      <Field label="Start" error={errors.start}>
        <Input
          data-autofocus
          className="times"
          autoComplete="off"
          disabled={isLocked}
          value={written.start}
          onChange={(event) => write({ start: event.target.value })}
        />
      </Field>
      <Field label="Length" error={errors.length}>
        <Input
          className="times"
          autoComplete="off"
          value={written.end === "" ? written.length : draft.lengthText}
          onChange={(event) => write({ length: event.target.value, end: "" })}
        />
      </Field>
      <Field label="End" error={errors.end}>
        <Input
          className="times"
          autoComplete="off"
          value={written.end === "" ? draft.endText : written.end}
          onChange={(event) => write({ end: event.target.value })}
        />
      </Field>
      {block.contentItemId !== null && (
        <>
          <Field label="Begins in the content at" error={errors.offset} className="sm:col-span-2">
            <Input
              className="times"
              autoComplete="off"
              disabled={isLocked}
              value={written.offset}
              onChange={(event) => write({ offset: event.target.value })}
            />
          </Field>
          <Field label="Kind" className="sm:col-span-2">
            <Select
              disabled={isLocked}
              value={written.kind}
              onChange={(event) => write({ kind: event.target.value as "content" | "filler" })}
            >
              <option value="content">Programme</option>
              <option value="filler">Filler</option>
            </Select>
          </Field>
        </>
      )}
    </div>
  );
}
