"use client";

import { useId } from "react";
import type { Autofill, Channel } from "@/core/channels/contract";
import { dayOf } from "@/core/schedule/grid-day";
import { dayText } from "@/core/schedule/grid-text";
import { isEmptyChoice } from "../programming/choice-text";
import { FillRuleFields } from "../programming/fill-rule-fields";
import { ruleText, ruleToSend } from "../programming/rule-text";
import { useGroupChoices } from "../programming/use-chosen";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Switch } from "../ui/switch";
import { SettingsSection } from "./settings-section";
import { useChannelSettings } from "./use-channel-settings";

interface Draft {
  autofill: Autofill;
  isChosen: boolean;
}

/** Keeps the guide filled some days ahead, by itself. */
export function AutofillSettings({ channel }: { channel: Channel }) {
  const id = useId();
  const groups = useGroupChoices();
  const saved: Draft = { autofill: channel.autofill, isChosen: !isEmptyChoice(channel.autofill) };
  const { value, change, section } = useChannelSettings(channel, saved, ({ autofill, isChosen }) => ({
    autofill: {
      enabled: autofill.enabled,
      daysAhead: autofill.daysAhead,
      ...ruleToSend(autofill, isChosen),
    },
  }));
  const { autofill, isChosen } = value;
  const set = (fields: Partial<Autofill>) => change({ ...value, autofill: { ...autofill, ...fields } });
  const nameOfGroup = (groupId: string) => groups.data?.items.find((group) => group.id === groupId)?.name;
  const days = Number.isInteger(autofill.daysAhead) ? autofill.daysAhead : 0;
  const problem =
    days < 1 || days > 31
      ? "Days ahead are 1 to 31."
      : isChosen && isEmptyChoice(autofill)
        ? "Choose at least one tag, group or item."
        : null;
  return (
    <SettingsSection
      title="Auto-fill"
      summary={
        autofill.enabled ? (
          <>
            <p>
              The gaps of {days === 1 ? "today and tomorrow" : `today and the next ${days} days`} are filled with{" "}
              {ruleText(ruleToSend(autofill, isChosen), nameOfGroup)}.
            </p>
            <p className="mt-1">
              {filledText(channel)} What you place stays. What you remove from a day that is filled already does not
              come back, and changes here count for the days that are still to be filled.
            </p>
          </>
        ) : (
          <p>
            Off: the guide holds only what you place. Switched on, every gap from now on is filled by itself, some days
            ahead.
          </p>
        )
      }
      problem={problem}
      {...section}
    >
      <div className="flex items-center gap-2.5">
        <Switch id={id} checked={autofill.enabled} onChange={(enabled) => set({ enabled })} />
        <label htmlFor={id} className="font-medium">
          Keep the guide filled
        </label>
      </div>
      {autofill.enabled && (
        <div className="mt-4 flex flex-col gap-4">
          <Field label="Days ahead" className="max-w-40">
            <Input
              type="number"
              min={1}
              max={31}
              required
              value={Number.isNaN(autofill.daysAhead) ? "" : autofill.daysAhead}
              onChange={(event) => set({ daysAhead: event.target.valueAsNumber })}
            />
          </Field>
          <FillRuleFields
            value={autofill}
            onChange={set}
            isChosen={isChosen}
            onChosen={(chosen) => change({ ...value, isChosen: chosen })}
          />
        </div>
      )}
    </SettingsSection>
  );
}

function filledText({ autofilledUntil, timezone }: Channel): string {
  if (!autofilledUntil) return "The first days are filled within a minute.";
  // The frontier is a midnight: the day before it is the last that is filled.
  const lastDay = dayOf(Date.parse(autofilledUntil) - 1, timezone);
  return `Filled up to and with ${dayText(lastDay)}.`;
}
