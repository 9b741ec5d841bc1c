"use client";

import { Plus } from "lucide-react";
import { useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import type { ContentGroup } from "@/core/content/group-contract";
import type { GroupRules } from "@/core/content/group-rules";
import { SaveNote } from "../save-note";
import { useAutosave } from "../use-autosave";
import { ConditionRow } from "./condition-row";
import { useUpdateGroup } from "./group-queries";
import { conditionOf, draftOf, emptyDraft, NEW_RULES, ORDER_WORDS, type RuleDraft } from "./rule-words";
import { RulesPreview } from "./rules-preview";

const MAX_CONDITIONS = 20;

/** The rules of a dynamic group, with what they find at this moment. They save themselves as soon as they are whole. */
export function RulesEditor({ group }: { group: ContentGroup }) {
  const saved = group.rules ?? NEW_RULES;
  const update = useUpdateGroup(group.id);
  const rules = useAutosave({ saved, save: (next: GroupRules) => update.mutateAsync({ rules: next }) });
  const [drafts, setDrafts] = useState<RuleDraft[]>(() => saved.conditions.map(draftOf));
  const conditions = useMemo(() => drafts.flatMap((draft) => conditionOf(draft) ?? []), [drafts]);

  function changeDrafts(next: RuleDraft[]) {
    setDrafts(next);
    const whole = next.map(conditionOf);
    if (whole.every((condition) => condition !== null)) rules.change({ ...rules.value, conditions: whole });
  }

  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6 @3xl:grid-cols-[minmax(0,1fr)_20rem]">
      <section aria-label="Rules">
        <div className="mb-1 flex flex-wrap items-center gap-2">
          <p className="flex items-center gap-2">
            Items that fit
            <Select
              aria-label="How many of the conditions must hold"
              className="w-24"
              value={rules.value.match}
              onChange={(event) => rules.change({ ...rules.value, match: event.target.value as GroupRules["match"] })}
            >
              <option value="all">all of</option>
              <option value="any">any of</option>
            </Select>
            these
          </p>
          <span className="ml-auto">
            <SaveNote state={rules.state} onRetry={rules.flush} />
          </span>
        </div>
        <ul>
          {drafts.map((draft) => (
            <ConditionRow
              key={draft.key}
              draft={draft}
              onChange={(next) => changeDrafts(drafts.map((other) => (other.key === draft.key ? next : other)))}
              onRemove={
                drafts.length > 1 ? () => changeDrafts(drafts.filter((other) => other.key !== draft.key)) : undefined
              }
            />
          ))}
        </ul>
        {rules.problem && (
          <p role="alert" className="mt-1 text-danger text-sm">
            {rules.problem}
          </p>
        )}
        <div className="mt-3 flex flex-wrap items-center gap-3">
          <Button
            icon={<Plus aria-hidden />}
            disabled={drafts.length >= MAX_CONDITIONS}
            onClick={() => setDrafts([...drafts, emptyDraft("tag")])}
          >
            Add a condition
          </Button>
          <p className="flex items-center gap-2 text-muted">
            Order
            <Select
              aria-label="Order of the items"
              className="w-48"
              value={rules.value.order}
              onChange={(event) => rules.change({ ...rules.value, order: event.target.value as GroupRules["order"] })}
            >
              {Object.entries(ORDER_WORDS).map(([order, words]) => (
                <option key={order} value={order}>
                  {words}
                </option>
              ))}
            </Select>
          </p>
        </div>
      </section>
      <RulesPreview rules={conditions.length > 0 ? { ...rules.value, conditions } : null} />
    </div>
  );
}
