"use client";

import { X } from "lucide-react";
import { useChannels } from "@/components/channels/use-channels";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { CONTENT_TYPES } from "@/core/content/type-names";
import { useLabels, useSeriesChoices } from "../content-queries";
import { languageName } from "../language-name";
import { STATUS_WORDS } from "../status-words";
import { TagsInput } from "../tags-input";
import { TYPE_WORDS } from "../type-words";
import { emptyDraft, RULE_WORDS, type RuleDraft, type RuleField } from "./rule-words";

interface ConditionRowProps {
  draft: RuleDraft;
  onChange: (draft: RuleDraft) => void;
  /** Absent for the only condition: a group without one would hold nothing that anybody meant. */
  onRemove?: () => void;
}

/** One condition: of what, how it is compared, and with what. */
export function ConditionRow({ draft, onChange, onRemove }: ConditionRowProps) {
  const words = RULE_WORDS[draft.field];
  return (
    <li className="flex flex-wrap items-start gap-2 border-border border-b py-2.5 last:border-b-0">
      <Select
        aria-label="Condition on"
        className="w-36"
        value={draft.field}
        onChange={(event) => onChange({ ...emptyDraft(event.target.value as RuleField), key: draft.key })}
      >
        {Object.entries(RULE_WORDS).map(([field, { label }]) => (
          <option key={field} value={field}>
            {label}
          </option>
        ))}
      </Select>
      <Select
        aria-label="Comparison"
        className="w-36"
        value={draft.op}
        onChange={(event) => onChange({ ...draft, op: event.target.value })}
      >
        {Object.entries(words.ops).map(([op, label]) => (
          <option key={op} value={op}>
            {label}
          </option>
        ))}
      </Select>
      <div className="order-last min-w-0 basis-full sm:order-none sm:flex-1 sm:basis-0">
        <ConditionValue draft={draft} onChange={onChange} />
      </div>
      <IconButton label="Remove this condition" disabled={!onRemove} onClick={onRemove}>
        <X aria-hidden />
      </IconButton>
    </li>
  );
}

function ConditionValue({ draft, onChange }: Pick<ConditionRowProps, "draft" | "onChange">) {
  const { input, unit, label } = RULE_WORDS[draft.field];
  const labels = useLabels().data;
  if (input === "options") return <OptionValues draft={draft} onChange={onChange} />;
  if (input === "labels") {
    const known = { tag: labels?.tags, genre: labels?.genres, ageRating: labels?.ageRatings };
    return (
      <TagsInput
        aria-label={label}
        value={draft.values}
        placeholder="Write one and press Enter"
        suggestions={known[draft.field as keyof typeof known]?.map((word) => word.label)}
        onChange={(values) => onChange({ ...draft, values })}
      />
    );
  }
  return (
    <span className="flex items-center gap-2">
      <Input
        aria-label={unit ? `${label} in ${unit}` : label}
        type={input === "number" ? "number" : input}
        min={0}
        step="any"
        maxLength={200}
        className={input === "text" ? undefined : "w-40"}
        value={draft.value}
        onChange={(event) => onChange({ ...draft, value: event.target.value })}
      />
      {unit && <span className="text-muted">{unit}</span>}
    </span>
  );
}

/** Ticks for a short list of choices. */
function OptionValues({ draft, onChange }: Pick<ConditionRowProps, "draft" | "onChange">) {
  const options = useOptions(draft.field);
  if (options.length === 0)
    return <p className="flex min-h-8 items-center text-muted">There is nothing to choose yet.</p>;
  return (
    <fieldset className="flex max-h-40 flex-wrap gap-1.5 overflow-y-auto">
      <legend className="sr-only">{RULE_WORDS[draft.field].label}</legend>
      {options.map(([value, text]) => {
        const isChosen = draft.values.includes(value);
        const values = isChosen ? draft.values.filter((other) => other !== value) : [...draft.values, value];
        return (
          <label
            key={value}
            className="inline-flex h-8 cursor-pointer items-center rounded-md border border-border-strong/60 px-2.5 text-sm hover:bg-hover has-checked:border-accent has-checked:bg-accent-soft has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-focus"
          >
            <input
              type="checkbox"
              className="sr-only"
              checked={isChosen}
              onChange={() => onChange({ ...draft, values })}
            />
            {text}
          </label>
        );
      })}
    </fieldset>
  );
}

/** Values with their words; what a rule names already stays visible though it is used no more. */
function useOptions(field: RuleField): (readonly [string, string])[] {
  const labels = useLabels().data;
  const channels = useChannels().data?.items ?? [];
  const series = useSeriesChoices(field === "series").data?.items ?? [];
  if (field === "type") return CONTENT_TYPES.map((type) => [type, TYPE_WORDS[type].one]);
  if (field === "status") return Object.entries(STATUS_WORDS).map(([status, { label }]) => [status, label]);
  if (field === "language") return (labels?.languages ?? []).map(({ label }) => [label, languageName(label)]);
  if (field === "channel") return channels.map(({ id, name }) => [id, name]);
  return series.map(({ id, title }) => [id, title]);
}
