"use client";

import type { Channel } from "@/core/channels/contract";
import { AutofillSettings } from "./autofill-settings";
import { FillerSettings } from "./filler-settings";
import { GuideSettings } from "./guide-settings";
import { LoopOrder } from "./loop-order";
import { WeekTemplates } from "./week-templates";

/** What a channel plays by itself, and the weeks that its guide is made from. */
export function ProgrammingTab({ channel }: { channel: Channel }) {
  const isLoop = channel.kind === "loop";
  return (
    <div className="flex flex-col gap-8">
      {isLoop && <LoopOrder channel={channel} />}
      <FillerSettings channel={channel} />
      {!isLoop && <AutofillSettings channel={channel} />}
      <WeekTemplates channel={channel} />
      <GuideSettings channel={channel} />
    </div>
  );
}
