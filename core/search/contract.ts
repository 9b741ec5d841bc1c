import { z } from "zod";
import { NowNext, PublicChannel } from "../channels/contract";
import { Id, listOf, pageQuery, Text } from "../contract";

export const SearchQuery = z.object({ q: Text.trim().min(1).max(100), ...pageQuery });
export type SearchQuery = z.infer<typeof SearchQuery>;

export const FoundChannel = PublicChannel.extend({ type: z.literal("channel") });

/** A programme that is on the air or comes within two weeks, at its next showing on a channel. */
export const FoundProgramme = NowNext.extend({
  type: z.literal("programme"),
  contentItemId: Id,
  isOnAir: z.boolean(),
  channel: PublicChannel,
});

export const SearchResult = z.discriminatedUnion("type", [FoundChannel, FoundProgramme]);
export type SearchResult = z.infer<typeof SearchResult>;

export const SearchResults = listOf(SearchResult);
export type SearchResults = z.infer<typeof SearchResults>;
