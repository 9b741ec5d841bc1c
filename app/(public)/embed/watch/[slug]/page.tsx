import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EmbedPage } from "@/components/watch/embed-page";
import { channelForPage } from "@/server/channels/channel-for-page";

type Params = Promise<{ slug: string }>;

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const channel = await channelForPage((await params).slug);
  return { title: channel?.name ?? "Off the air", robots: { index: false } };
}

export default async function Page({ params }: { params: Params }) {
  const channel = await channelForPage((await params).slug);
  if (!channel) notFound();
  return <EmbedPage slug={channel.slug} initial={channel} />;
}
