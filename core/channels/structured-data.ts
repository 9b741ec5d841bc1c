import type { PublicChannel } from "./contract";
import { embedUrlOf } from "./embed";

/**
 * A channel as search engines read it (schema.org): a video that is broadcast live, published by the showing that is on
 * and, where there is one, the next. Null while nothing with a picture is on: a video without one is no result.
 */
export function structuredData(channel: PublicChannel): Record<string, unknown> | null {
  const { now, next, name, watchUrl } = channel;
  if (!now?.posterUrl) return null;
  const service = {
    "@type": "BroadcastService",
    name,
    url: watchUrl,
    ...(channel.logoUrl && { logo: channel.logoUrl }),
  };
  const showing = (programme: NonNullable<typeof now>) => ({
    "@type": "BroadcastEvent",
    name: programme.title,
    isLiveBroadcast: true,
    startDate: programme.startsAt,
    endDate: programme.endsAt,
    publishedOn: service,
  });
  return {
    "@context": "https://schema.org",
    "@type": "VideoObject",
    name: `${name}: ${now.title}`,
    description: now.description || channel.description || `Watch ${name} live.`,
    thumbnailUrl: now.posterUrl,
    uploadDate: now.startsAt,
    url: watchUrl,
    embedUrl: embedUrlOf(watchUrl),
    publication: [showing(now), ...(next ? [showing(next)] : [])],
  };
}

/** JSON that cannot end the script element in which it stands. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}
