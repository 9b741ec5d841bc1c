import { OEmbed, OEmbedQuery } from "@/core/channels/oembed-contract";
import { describeEmbed } from "@/server/channels/describe-embed";
import { v1Route } from "@/server/http/route";

export const GET = v1Route({
  id: "describeEmbed",
  tag: "Public guide",
  scope: "public",
  summary: "How another site embeds the player of a channel, by the address of its page (oEmbed 1.0)",
  cors: true,
  query: OEmbedQuery,
  reply: OEmbed,
  errors: ["resource.not_found", "oembed.format_unsupported"],
  handle: (_, { query }) => describeEmbed(query),
});
