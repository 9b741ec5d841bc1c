import { lengthText } from "../schedule/grid-text";
import type { ChannelChecklist } from "./contract";

/** What the launch checklist is made from. Durations are milliseconds. */
export interface LaunchFacts {
  kind: "linear" | "loop";
  /** Total length of the different ready items that the channel can play: scheduled, attached or filler. */
  uniqueContentMs: number;
  /** Different items on the guide in the coming week, or in the loop, and how many of them have captions. */
  items: number;
  itemsWithCaptions: number;
  /** How far ahead of now the guide holds blocks. */
  scheduledAheadMs: number;
  /** Total of the gaps in the coming 24 hours. */
  gapsMs: number;
  hasLogo: boolean;
  hasDescription: boolean;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Below this an audience sees the same programme twice in one evening. */
export const UNIQUE_HOURS = 4;
export const DAYS_AHEAD = 3;

type Item = ChannelChecklist["items"][number];

/** What a channel should have before it goes on the air; advice, nothing is refused because of it. */
export function launchChecklist(facts: LaunchFacts): ChannelChecklist {
  const items = [...contentItems(facts), ...(facts.kind === "linear" ? guideItems(facts) : []), ...looks(facts)];
  return { items, passed: items.filter((item) => item.passed).length, total: items.length };
}

function contentItems({ uniqueContentMs, items, itemsWithCaptions }: LaunchFacts): Item[] {
  return [
    {
      id: "unique_content",
      title: `At least ${UNIQUE_HOURS} hours of different content`,
      passed: uniqueContentMs >= UNIQUE_HOURS * HOUR_MS,
      detail: `${lengthText(uniqueContentMs)} of content so far.`,
    },
    {
      id: "captions",
      title: "Captions on everything that airs",
      passed: items > 0 && itemsWithCaptions === items,
      detail: items === 0 ? "Nothing is scheduled yet." : `${itemsWithCaptions} of ${items} items have captions.`,
    },
  ];
}

function guideItems({ scheduledAheadMs, gapsMs }: LaunchFacts): Item[] {
  return [
    {
      id: "scheduled_ahead",
      title: `The guide is filled ${DAYS_AHEAD} days ahead`,
      passed: scheduledAheadMs >= DAYS_AHEAD * DAY_MS,
      detail: `The guide reaches ${lengthText(scheduledAheadMs)} ahead.`,
    },
    {
      id: "gaps",
      title: "No gaps in the next 24 hours",
      passed: gapsMs === 0,
      detail: gapsMs === 0 ? "Every minute is scheduled." : `${lengthText(gapsMs)} are not scheduled.`,
    },
  ];
}

function looks({ hasLogo, hasDescription }: LaunchFacts): Item[] {
  return [
    {
      id: "logo",
      title: "A logo",
      passed: hasLogo,
      detail: hasLogo ? "Viewers see it in every guide." : "Guides and players show it beside the name.",
    },
    {
      id: "description",
      title: "A description",
      passed: hasDescription,
      detail: hasDescription ? "Viewers can read what the channel is." : "One sentence tells viewers what to expect.",
    },
  ];
}
