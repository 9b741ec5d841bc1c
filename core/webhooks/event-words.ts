/** Under which heading an event is offered, and a sentence for whoever chooses it: when it is sent. */
interface EventWords {
  group: "Content" | "Imports" | "Channels" | "Schedule";
  description: string;
}

/** What a webhook can tell of. Without a schema, because the Studio shows it and schemas are heavy. */
export const EVENT_WORDS = {
  "content.ready": { group: "Content", description: "An item can be played and scheduled." },
  "content.failed": {
    group: "Content",
    description: "An item could not be brought in or converted, and is not tried again.",
  },
  "content.blocked": {
    group: "Content",
    description: "A moderator blocked an item. It has left the guide where the guide was still open.",
  },
  "import.finished": {
    group: "Imports",
    description: "An import by address or a catalogue file is over, done or failed.",
  },
  "channel.published": { group: "Channels", description: "A channel went on the air." },
  "channel.unpublished": { group: "Channels", description: "A channel leaves the air." },
  "channel.off_air_risk": {
    group: "Channels",
    description:
      "A channel on the air will soon show its slate, because nothing is left to play. Once until it is mended.",
  },
  "airing.started": {
    group: "Channels",
    description: "A programme or filler begins on a channel, told within a couple of seconds.",
  },
  "schedule.changed": {
    group: "Schedule",
    description: "Blocks of a channel changed. Edits within a few seconds are told of together.",
  },
  "schedule.gap_ahead": {
    group: "Schedule",
    description: "Within six hours a channel on the air has a gap and no filler for it. Once per gap.",
  },
} as const satisfies Record<string, EventWords>;

export type EventName = keyof typeof EVENT_WORDS;

export const EVENT_TYPES = Object.keys(EVENT_WORDS) as [EventName, ...EventName[]];
