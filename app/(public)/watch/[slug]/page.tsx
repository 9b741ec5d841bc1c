import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { watchMetadata } from "@/components/watch/page-metadata";
import { WatchPage } from "@/components/watch/watch-page";
import { scriptJson, structuredData } from "@/core/channels/structured-data";
import { currentUser } from "@/server/auth/current-user";
import { channelForPage } from "@/server/channels/channel-for-page";
import { pageNonce } from "@/server/http/page-nonce";

type Params = Promise<{ slug: string }>;

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const channel = await channelForPage((await params).slug);
  return channel ? watchMetadata(channel) : { title: "Off the air", robots: { index: false } };
}

export default async function Page({ params }: { params: Params }) {
  const [channel, user] = await Promise.all([channelForPage((await params).slug), currentUser().catch(() => null)]);
  if (!channel) notFound();
  const facts = structuredData(channel);
  return (
    <>
      {facts && (
        <script
          type="application/ld+json"
          nonce={await pageNonce()}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON that cannot leave its element, see scriptJson.
          dangerouslySetInnerHTML={{ __html: scriptJson(facts) }}
        />
      )}
      <WatchPage slug={channel.slug} initial={channel} isSignedIn={user !== null} />
    </>
  );
}
