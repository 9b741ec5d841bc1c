"use client";

import { useId } from "react";
import type { Channel } from "@/core/channels/contract";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { SettingsSection } from "./settings-section";
import { useChannelSettings } from "./use-channel-settings";

const MAX_MINUTES = 24 * 60;

/** Which filler viewers find in the guide. */
export function GuideSettings({ channel }: { channel: Channel }) {
  const id = useId();
  const { value, change, section } = useChannelSettings(
    channel,
    String(channel.guideFillerSeconds / 60),
    (minutes) => ({
      guideFillerSeconds: Math.round(Number(minutes) * 60),
    }),
  );
  const minutes = Number(value);
  const isWrong = value.trim() === "" || !Number.isFinite(minutes) || minutes < 0 || minutes > MAX_MINUTES;
  return (
    <SettingsSection
      title="Guide"
      summary="Programmes are always in the guide. Filler is where it lasts long enough; shorter fillers in a row count as one."
      problem={isWrong ? `Between 0 and ${MAX_MINUTES} minutes.` : null}
      {...section}
    >
      <Field label="Show filler from (minutes)" className="w-56">
        <Input
          id={id}
          type="number"
          min={0}
          max={MAX_MINUTES}
          step="any"
          inputMode="decimal"
          value={value}
          onChange={(event) => change(event.target.value)}
        />
      </Field>
    </SettingsSection>
  );
}
