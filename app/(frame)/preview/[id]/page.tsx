import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LinkedPlayer } from "@/components/player/linked-player";
import { linkedForPage } from "@/server/content/linked-for-page";

export const metadata: Metadata = { title: "Preview", robots: { index: false } };

/**
 * The player of a linked item, framed by the Studio. A page of its own, since it alone may fetch from the servers that
 * the item's manifest names: the header's policy leaves the choice open here, and this one closes it.
 */
export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const item = await linkedForPage((await params).id);
  if (!item) notFound();
  const origins = ["'self'", "blob:", ...item.external.origins].join(" ");
  return (
    <>
      <meta httpEquiv="Content-Security-Policy" content={`connect-src ${origins}; media-src ${origins}`} />
      <LinkedPlayer title={item.title} external={item.external} />
    </>
  );
}
