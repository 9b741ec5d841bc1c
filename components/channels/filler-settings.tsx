"use client";

import type { Channel } from "@/core/channels/contract";
import { choiceText, isEmptyChoice, tidyChoice } from "../programming/choice-text";
import { ContentChoiceFields } from "../programming/content-choice-fields";
import { useGroupChoices } from "../programming/use-chosen";
import { SettingsSection } from "./settings-section";
import { useChannelSettings } from "./use-channel-settings";

/** What plays where nothing is scheduled. */
export function FillerSettings({ channel }: { channel: Channel }) {
  const groups = useGroupChoices();
  const { value, change, section } = useChannelSettings(channel, channel.filler, (filler) => ({
    filler: tidyChoice(filler),
  }));
  const nameOfGroup = (id: string) => groups.data?.items.find((group) => group.id === id)?.name;
  const where = channel.kind === "loop" ? "In ad breaks" : "In gaps of the guide and in ad breaks";
  return (
    <SettingsSection
      title="Filler"
      summary={
        isEmptyChoice(value) ? (
          <p>
            {where} the “be right back” slate plays. Choose short items, such as idents and trailers, and they play
            instead.
          </p>
        ) : (
          <p>
            {where} plays {choiceText(value, nameOfGroup)}. What fills a gap to its end without being cut comes first,
            nothing plays twice in a row, and the slate comes only when there is nothing else.
          </p>
        )
      }
      {...section}
    >
      <ContentChoiceFields value={value} onChange={change} />
    </SettingsSection>
  );
}
