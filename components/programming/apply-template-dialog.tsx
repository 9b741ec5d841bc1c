"use client";

import { type FormEvent, useId, useState } from "react";
import type { Channel } from "@/core/channels/contract";
import { type DayName, isDayName } from "@/core/schedule/grid-day";
import { dayText } from "@/core/schedule/grid-text";
import type { AppliedTemplate, ApplyTemplate, Template } from "@/core/schedule/template";
import { mondayOf } from "@/core/schedule/template-week";
import { ConflictList } from "../schedule/conflict-list";
import { LeftOutList } from "../schedule/left-out-list";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import { useApplyTemplate } from "./use-templates";

interface ApplyTemplateDialogProps {
  channel: Channel;
  templates: readonly Template[];
  day: DayName;
  onClose: () => void;
}

const POLICIES = {
  skip: "Leave it, and place only where there is room",
  replace: "Replace it",
  refuse: "Place nothing at all",
} as const satisfies Record<ApplyTemplate["onConflict"], string>;

/** Lays a template on some weeks, and says what found no place. */
export function ApplyTemplateDialog({ channel, templates, day, onClose }: ApplyTemplateDialogProps) {
  const id = useId();
  const apply = useApplyTemplate(channel);
  const [templateId, setTemplateId] = useState(templates[0]?.id ?? "");
  const [weekOf, setWeekOf] = useState<string>(day);
  const [weeks, setWeeks] = useState(1);
  const [onConflict, setOnConflict] = useState<ApplyTemplate["onConflict"]>("skip");
  const isComplete = isDayName(weekOf) && weeks >= 1 && weeks <= 8;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isComplete) apply.mutate({ id: templateId, to: { weekOf, weeks, onConflict } });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Apply a template"
      description="Everything is placed at its local time, also in weeks in which the clocks change. What is over or on air stays as it is."
      footer={
        apply.data ? (
          <Button tone="primary" onClick={onClose}>
            Close
          </Button>
        ) : (
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" form={id} tone="primary" busy={apply.isPending} disabled={!isComplete}>
              Apply
            </Button>
          </>
        )
      }
    >
      {apply.data ? (
        <Applied result={apply.data} timeZone={channel.timezone} />
      ) : (
        <form id={id} onSubmit={submit} className="flex flex-col gap-4">
          <Field label="Template">
            <Select value={templateId} onChange={(event) => setTemplateId(event.target.value)}>
              {templates.map((template) => (
                <option key={template.id} value={template.id}>
                  {template.name}
                </option>
              ))}
            </Select>
          </Field>
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label="From the week of" hint={isDayName(weekOf) && dayText(mondayOf(weekOf))}>
              <Input type="date" required value={weekOf} onChange={(event) => setWeekOf(event.target.value)} />
            </Field>
            <Field label="Weeks">
              <Input
                type="number"
                min={1}
                max={8}
                required
                value={Number.isNaN(weeks) ? "" : weeks}
                onChange={(event) => setWeeks(event.target.valueAsNumber)}
              />
            </Field>
          </div>
          <Field label="Where something is on the guide already">
            <Select value={onConflict} onChange={(event) => setOnConflict(event.target.value as typeof onConflict)}>
              {Object.entries(POLICIES).map(([policy, text]) => (
                <option key={policy} value={policy}>
                  {text}
                </option>
              ))}
            </Select>
          </Field>
          {apply.error && <ConflictList error={apply.error} timeZone={channel.timezone} />}
        </form>
      )}
    </Dialog>
  );
}

function Applied({ result, timeZone }: { result: AppliedTemplate; timeZone: string }) {
  const { placed, removed, leftOut } = result;
  return (
    <div role="status">
      <p>
        {placed} {placed === 1 ? "block" : "blocks"} placed
        {removed > 0 && `, ${removed} replaced`}.{leftOut.length > 0 && ` ${leftOut.length} found no place:`}
      </p>
      <LeftOutList leftOut={leftOut} timeZone={timeZone} />
    </div>
  );
}
