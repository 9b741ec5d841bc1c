"use client";

import { useParams, useRouter } from "next/navigation";
import { useEffect } from "react";
import { OffAir } from "./off-air";
import { usePublicChannel } from "./use-public-channel";

/** The 404 page of a channel. Once the channel is published it makes room for the real one. */
export function Returning() {
  const { slug } = useParams<{ slug: string }>();
  const router = useRouter();
  const { data: channel } = usePublicChannel(decodeURIComponent(slug), null);
  useEffect(() => {
    if (channel) router.refresh();
  }, [channel, router]);
  return <OffAir />;
}
