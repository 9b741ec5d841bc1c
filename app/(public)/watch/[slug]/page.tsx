import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { WatchPage } from "@/components/watch/watch-page";
import { channelForPage } from "@/server/channels/channel-for-page";

type Params = Promise<{ slug: string }>;

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const channel = await channelForPage((await params).slug);
  if (!channel) return { title: "Off the air", robots: { index: false } };
  const description = channel.description || `Watch ${channel.name} live.`;
  return {
    title: channel.now ? `${channel.name}: ${channel.now.title}` : channel.name,
    description,
    alternates: { canonical: channel.watchUrl },
    openGraph: {
      title: channel.name,
      description,
      type: "video.other",
      url: channel.watchUrl,
      images: channel.now?.posterUrl ?? channel.logoUrl ?? undefined,
    },
  };
}

export default async function Page({ params }: { params: Params }) {
  const channel = await channelForPage((await params).slug);
  if (!channel) notFound();
  return <WatchPage slug={channel.slug} initial={channel} />;
}
