const ID = "01936f4e-7d2a-7c31-9b5e-0a4f6c2d8e10";

interface Parameter {
  description: string;
  example?: unknown;
}

/** What parameters of paths and queries mean, by name; a contract that says it itself has the word. */
export const PARAMETERS: Readonly<Record<string, Parameter>> = {
  id: { description: "The resource that the path names.", example: ID },
  jobId: { description: "The job.", example: ID },
  templateId: { description: "The template.", example: ID },
  captionId: { description: "The caption track.", example: ID },
  blockId: { description: "The block of the guide.", example: ID },
  contentItemId: { description: "The content item.", example: ID },
  encodingId: { description: "The encoding of the item.", example: ID },
  file: { description: "Five digits and `.vtt`, or `playlist.m3u8`.", example: "00000.vtt" },
  idOrSlug: { description: "A channel on the air, by its id or its slug.", example: "night-owl-cinema" },
  playlist: { description: "Which playlist: `master`, or one of those that it names.", example: "master" },
  rendition: { description: "The master playlist, or one of those that it names.", example: "master.m3u8" },
  limit: { description: "How many at most." },
  eventType: { description: "Only those of this event." },
  beacon: { description: "What is told.", example: "start" },
  deliveryId: { description: "The delivery.", example: ID },
  delay: { description: "How long ago, in seconds.", example: 3600 },
  days: { description: "How many days ahead." },
  page: { description: "Which page, from 1." },
  per_page: { description: "How many on a page." },
  as_of: {
    description:
      "The `asOf` of the first page: later pages are then of the same list, as if nothing had been added since.",
  },
  from: { description: "Where the window begins.", example: "2026-05-03T00:00:00Z" },
  to: { description: "Where the window ends; itself not in it.", example: "2026-05-04T00:00:00Z" },
  at: { description: "The instant.", example: "2026-05-03T20:00:00Z" },
  since: { description: "When the player began, the same in all of its requests.", example: "2026-05-03T20:00:00Z" },
  channelId: { description: "The channel.", example: ID },
  channel_id: { description: "Only items of this channel.", example: ID },
  series_id: { description: "Only episodes and seasons of this series.", example: ID },
  group_id: { description: "Only items of this group.", example: ID },
  status: { description: "Only those in this state." },
  type: { description: "Only items of this type." },
  kind: { description: "Only those of this kind." },
  tag: { description: "Only items with this tag.", example: "late" },
  genre: { description: "Only items of this genre.", example: "Drama" },
  language: { description: "Only items in this language, as a BCP 47 tag.", example: "de" },
  schedulable: { description: "Only what can, or cannot, be put on the guide of a channel." },
  q: { description: "Words to look for, whatever their case and accents.", example: "episode" },
  sort: { description: "What the list is sorted by." },
  direction: { description: "Which way it is sorted." },
  season: { description: "Only this season.", example: 1 },
  severity: { description: "Only problems that are as bad." },
  force: { description: "Remove its blocks of the future too." },
  dryRun: { description: "Only say what would happen." },
  filename: { description: "The name that the file has where it comes from.", example: "catalogue.csv" },
  excel: { description: "Begin with the mark by which Excel knows that a file is UTF-8." },
  action: { description: "Only entries of this action." },
  editable: { description: "Also from where each channel's guide can be changed." },
  interval: { description: "How long each point is." },
  timezone: { description: "IANA name of the time zone whose days are meant.", example: "Europe/Berlin" },
};
