import { embedCode, embedSize, embedUrlOf, slugOfPage } from "@/core/channels/embed";
import type { OEmbed, OEmbedQuery } from "@/core/channels/oembed-contract";
import { AppError, notFound } from "@/core/errors";
import { postersOf } from "../artwork/posters-of";
import { publicUrl } from "../public-url";
import { nowNextRows } from "./now-next";
import { publishedChannel } from "./published-channel";

/** The picture of the programme changes, the player does not. */
const CACHE_SECONDS = 300;

/**
 * How another site embeds the page at an address of ours (oEmbed 1.0): the player of its channel, with the picture of
 * what is on.
 * @throws oembed.format_unsupported for XML; resource.not_found for pages that cannot be embedded and channels off the air
 */
export async function describeEmbed(query: OEmbedQuery, now = new Date()): Promise<OEmbed> {
  if (query.format !== "json") throw new AppError("oembed.format_unsupported", "The answer is given as JSON only.");
  const slug = slugOfPage(query.url, publicUrl("/"));
  if (slug === null) throw notFound("The page to embed");
  const channel = await publishedChannel(slug);
  const playing = (await nowNextRows([channel.id], now)).get(channel.id)?.now;
  const poster = playing && postersOf({ ...playing, id: playing.contentItemId }).landscape;
  const size = embedSize({ width: query.maxwidth, height: query.maxheight });
  return {
    version: "1.0",
    type: "video",
    title: channel.name,
    provider_name: "Lineup",
    provider_url: publicUrl("/"),
    cache_age: CACHE_SECONDS,
    ...size,
    html: embedCode(embedUrlOf(publicUrl(`/watch/${channel.slug}`)), channel.name, size),
    ...(poster && { thumbnail_url: poster.url, thumbnail_width: poster.width, thumbnail_height: poster.height }),
  };
}
