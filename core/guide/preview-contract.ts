import { z } from "zod";
import { Id, Instant } from "../contract";
import { PLAYLISTS } from "../playout/media-playlist";

export const PreviewQuery = z.object({ at: Instant });
export type PreviewQuery = z.infer<typeof PreviewQuery>;

/** What a channel plays at an instant. */
export const AirPreview = z.object({
  at: z.string(),
  /** False for what will air if nobody changes anything; true for what is decided or has aired. */
  isDecided: z.boolean(),
  /** Null where the channel was off the air. */
  airing: z
    .object({
      kind: z.enum(["content", "filler", "slate"]),
      title: z.string(),
      contentItemId: Id.nullable(),
      blockId: Id.nullable(),
      startsAt: z.string(),
      endsAt: z.string(),
      /** How far into the item the instant is. */
      offsetSeconds: z.number(),
      /** Address that plays the item, for its owner; null for the slate and for what was removed. */
      hlsUrl: z.string().nullable(),
    })
    .nullable(),
});
export type AirPreview = z.infer<typeof AirPreview>;

/** A draft is watched as if it had gone on the air at most so long ago; a player that stays longer begins anew. */
export const PREVIEW_HOURS = 12;

export const PreviewPlaylist = z.object({
  id: Id,
  rendition: z.enum(["master.m3u8", ...PLAYLISTS.map((name) => `${name}.m3u8` as const)]),
});
/** When the preview began: the player's own start, sent with every request of it. */
export const PreviewSince = z.object({ since: Instant });
