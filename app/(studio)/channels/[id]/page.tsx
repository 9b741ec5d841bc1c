import type { Metadata } from "next";
import { ChannelPage } from "@/components/channels/channel-page";

export const metadata: Metadata = { title: "Channel" };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <ChannelPage id={(await params).id} />;
}
