import type { Metadata } from "next";
import type { PublicChannel } from "@/core/channels/contract";
import { EMBED_SIZE, embedUrlOf } from "@/core/channels/embed";

/** What other sites, messengers and search engines are told of a channel's page. */
export function watchMetadata(channel: PublicChannel): Metadata {
  const { name, now, watchUrl } = channel;
  const title = now ? `${name}: ${now.title}` : name;
  const description = now?.description || channel.description || `Watch ${name} live.`;
  const image = now?.posterUrl ?? channel.logoUrl;
  const images = image ? [{ url: image, alt: now?.title ?? name }] : undefined;
  const player = embedUrlOf(watchUrl);
  const described = new URL("/v1/oembed", watchUrl);
  described.searchParams.set("url", watchUrl);
  return {
    title,
    description,
    alternates: {
      canonical: watchUrl,
      types: { "application/json+oembed": [{ url: described.href, title: name }] },
    },
    openGraph: {
      title,
      description,
      images,
      siteName: "Lineup",
      type: "video.other",
      url: watchUrl,
      videos: [{ url: player, type: "text/html", ...EMBED_SIZE }],
    },
    twitter: {
      card: "player",
      title,
      description,
      images,
      players: [{ playerUrl: player, streamUrl: channel.hlsUrl, ...EMBED_SIZE }],
    },
  };
}
