"use client";

import { type FormEvent, useId, useState } from "react";
import type { FillRule } from "@/core/schedule/fill-rule";
import { parseTimeOfDay } from "@/core/schedule/grid-day";
import type { Template, TemplateEntry } from "@/core/schedule/template";
import { firstCollision } from "@/core/schedule/template-week";
import { isEmptyChoice } from "../programming/choice-text";
import { FillRuleFields } from "../programming/fill-rule-fields";
import { ruleToSend } from "../programming/rule-text";
import { useTemplateEdits } from "../programming/use-templates";
import { Button } from "../ui/button";
import { Checkbox } from "../ui/checkbox";
import { Dialog } from "../ui/dialog";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { entryToSend, WEEKDAYS } from "./template-entry";

interface AddStretchDialogProps {
  channelId: string;
  template: Template;
  onClose: () => void;
  onAdded: () => void;
}

const DAY_SECONDS = 86_400;

/** Adds a stretch of the day that is filled by a rule whenever the template is applied. */
export function AddStretchDialog({ channelId, template, onClose, onAdded }: AddStretchDialogProps) {
  const id = useId();
  const { update } = useTemplateEdits(channelId);
  const [weekdays, setWeekdays] = useState<readonly number[]>([1, 2, 3, 4, 5, 6, 7]);
  const [from, setFrom] = useState("00:00");
  const [to, setTo] = useState("06:00");
  const [rule, setRule] = useState<FillRule>({ strategy: "shuffle" });
  const [isChosen, setChosen] = useState(false);
  const added = stretches(weekdays, from, to, ruleToSend(rule, isChosen));
  const entries = [...template.entries.map(entryToSend), ...added];
  const problem =
    added.length === 0
      ? "Choose at least one day and two times."
      : isChosen && isEmptyChoice(rule)
        ? null
        : firstCollision(entries)
          ? "Something else of the template is at that time."
          : null;
  const canAdd = !problem && !(isChosen && isEmptyChoice(rule));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!canAdd) return;
    const onSuccess = () => {
      onAdded();
      onClose();
    };
    update.mutate({ id: template.id, changes: { entries } }, { onSuccess });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="lg"
      title="Add a filled stretch"
      description="Its gaps are filled by the rule each time the template is applied. A night that is an hour longer is filled an hour longer."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={id} tone="primary" busy={update.isPending} disabled={!canAdd}>
            Add
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={submit} className="flex flex-col gap-4">
        <fieldset>
          <legend className="mb-1 font-medium text-sm">On</legend>
          <div className="flex flex-wrap gap-x-4">
            {WEEKDAYS.map((name, index) => {
              const weekday = index + 1;
              const isOn = weekdays.includes(weekday);
              return (
                <Checkbox
                  key={name}
                  label={name.slice(0, 3)}
                  checked={isOn}
                  onChange={() =>
                    setWeekdays(isOn ? weekdays.filter((other) => other !== weekday) : [...weekdays, weekday])
                  }
                />
              );
            })}
          </div>
        </fieldset>
        <div className="grid max-w-sm grid-cols-2 gap-4">
          <Field label="From">
            <Input type="time" required value={from} onChange={(event) => setFrom(event.target.value)} />
          </Field>
          <Field label="To" hint={to <= from ? "On the next day" : undefined}>
            <Input type="time" required value={to} onChange={(event) => setTo(event.target.value)} />
          </Field>
        </div>
        <FillRuleFields value={rule} onChange={setRule} isChosen={isChosen} onChosen={setChosen} />
        {(problem || update.error) && (
          <p role="alert" className="text-sm text-warn">
            {problem ?? update.error?.message}
          </p>
        )}
      </form>
    </Dialog>
  );
}

function stretches(weekdays: readonly number[], from: string, to: string, fill: FillRule): TemplateEntry[] {
  const [fromMs, toMs] = [parseTimeOfDay(from), parseTimeOfDay(to)];
  if (fromMs === null || toMs === null) return [];
  const seconds = (toMs - fromMs) / 1000;
  const durationSeconds = seconds > 0 ? seconds : seconds + DAY_SECONDS;
  return weekdays.map((weekday) => ({ weekday, localTime: from, durationSeconds, kind: "fill", fill }));
}
