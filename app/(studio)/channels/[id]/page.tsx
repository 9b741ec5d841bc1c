import type { Metadata } from "next";
import { GET as getChecklist } from "@/app/v1/creator/channels/[id]/checklist/route";
import { GET as getChannel } from "@/app/v1/creator/channels/[id]/route";
import { Delivery } from "@/components/api/delivery";
import { ChannelPage } from "@/components/channels/channel-page";
import { pageAnswers } from "@/server/http/page-answer";

export const metadata: Metadata = { title: "Channel" };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const address = `/v1/creator/channels/${id}`;
  const answers = pageAnswers([getChannel, address, { id }], [getChecklist, `${address}/checklist`, { id }]);
  return (
    <>
      <Delivery answers={answers} />
      <ChannelPage id={id} />
    </>
  );
}
