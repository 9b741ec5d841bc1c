/** The chapters of the API, in the order in which they are read. */
export const TAGS = {
  Account: "Who is asking, and how an account begins.",
  "API keys": "Long-lived tokens for programs, with the scopes that their work needs.",
  Uploads: "Bytes into the library: one signed PUT, or resumable by tus 1.0.",
  Content: "Items of the library, their artwork, captions and episodes.",
  "Content groups": "Items that belong together, by hand or by rules.",
  Import: "Items from elsewhere, one by one or as a catalogue file, and the jobs that bring them in.",
  Channels: "Channels, their logo, and whether they are on the air.",
  Schedule: "The programme guide of a channel: blocks without overlap, and the gaps between them.",
  Templates: "Weeks that are kept and laid on the guide again.",
  Analytics: "Who is watching now, and who was.",
  Moderation: "What waits for a moderator, and what moderators decided. Only for moderators.",
  Webhooks: "Events that are sent to an address of yours, signed and retried.",
  "Public guide": "Channels on the air and their programmes, for everybody: no key, readable from any page.",
  Playback: "Playlists of channels on the air, for players.",
  Beacons: "What players tell about a viewing.",
  Search: "Channels and programmes by their words.",
  Devices: "How a television signs in: the device grant of OAuth 2.0 (RFC 8628).",
  "Import API": "The import API under `/api/v1/import`, with a header, a spelling and an error shape of its own.",
  Description: "This description.",
} as const;

export type Tag = keyof typeof TAGS;
