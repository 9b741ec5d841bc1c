"use client";

import { useParams } from "next/navigation";
import { useEffect } from "react";
import { OffAir } from "./off-air";
import { useAiredChannel } from "./use-public-channel";

/** The 404 page of a channel. Once the channel is published it makes room for the real one. */
export function Returning() {
  const { slug } = useParams<{ slug: string }>();
  const { data: channel } = useAiredChannel(decodeURIComponent(slug), null);
  useEffect(() => {
    // A refresh by the router keeps the 404 of the first answer; only a new one is a page of the channel.
    if (channel) window.location.reload();
  }, [channel]);
  return <OffAir />;
}
