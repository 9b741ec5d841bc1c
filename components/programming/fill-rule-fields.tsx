"use client";

import type { FillRule } from "@/core/schedule/fill-rule";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import { isEmptyChoice } from "./choice-text";
import { ContentChoiceFields } from "./content-choice-fields";
import { STRATEGY_TEXT } from "./rule-text";

interface FillRuleFieldsProps {
  value: FillRule;
  onChange: (rule: FillRule) => void;
  /** Whether only chosen content plays; the choice itself may be empty while it is being made. */
  isChosen: boolean;
  onChosen: (isChosen: boolean) => void;
}

const MARKS = [5, 10, 15, 20, 30, 60];

/** In what order, how far apart, on which marks of the clock, and from what. */
export function FillRuleFields({ value, onChange, isChosen, onChosen }: FillRuleFieldsProps) {
  return (
    <div className="flex flex-col gap-4">
      <div className="grid gap-4 sm:grid-cols-3">
        <Field label="Order">
          <Select
            value={value.strategy}
            onChange={(event) => onChange({ ...value, strategy: event.target.value as FillRule["strategy"] })}
          >
            {Object.entries(STRATEGY_TEXT).map(([strategy, text]) => (
              <option key={strategy} value={strategy}>
                {text}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="Hours until a repeat" hint="Kept as far as the library allows.">
          <Input
            type="number"
            min={0}
            max={744}
            step="any"
            placeholder="None"
            value={value.avoidRepeatHours ?? ""}
            onChange={(event) => {
              const hours = event.target.valueAsNumber;
              onChange({ ...value, avoidRepeatHours: Number.isNaN(hours) ? undefined : hours });
            }}
          />
        </Field>
        <Field label="Start at">
          <Select
            value={value.alignToMinutes ?? ""}
            onChange={(event) =>
              onChange({ ...value, alignToMinutes: event.target.value ? Number(event.target.value) : undefined })
            }
          >
            <option value="">Any second</option>
            {MARKS.map((minutes) => (
              <option key={minutes} value={minutes}>
                {minutes === 60 ? "Full hours" : `Every ${minutes} minutes`}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <Field label="From">
        <Select value={isChosen ? "chosen" : "all"} onChange={(event) => onChosen(event.target.value === "chosen")}>
          <option value="all">Everything in the library that is ready</option>
          <option value="chosen">Chosen content only</option>
        </Select>
      </Field>
      {isChosen && <ContentChoiceFields value={value} onChange={(choice) => onChange({ ...value, ...choice })} />}
      {isChosen && isEmptyChoice(value) && (
        <p className="text-sm text-warn">Nothing is chosen yet: choose at least one tag, group or item.</p>
      )}
    </div>
  );
}
