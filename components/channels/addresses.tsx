"use client";

import type { Channel } from "@/core/channels/contract";
import { CopyButton } from "./copy-button";

/** Where the channel can be found by people, players and web pages. */
export function Addresses({ channel }: { channel: Channel }) {
  const embedUrl = channel.watchUrl.replace(/\/watch\/([^/]+)$/, "/embed/watch/$1");
  const title = channel.name.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  const rows = [
    { label: "Watch page", text: channel.watchUrl },
    { label: "HLS address", text: channel.hlsUrl },
    { label: "Guide, XMLTV", text: channel.hlsUrl.replace(/master\.m3u8$/, "epg.xml") },
    { label: "Playlist for IPTV players, M3U", text: channel.hlsUrl.replace(/master\.m3u8$/, "channel.m3u") },
    {
      label: "Embed code",
      text: `<iframe src="${embedUrl}" title="${title}" width="640" height="360" style="border:0" allow="autoplay; fullscreen; picture-in-picture" allowfullscreen></iframe>`,
    },
  ];
  return (
    <section aria-labelledby="addresses">
      <h2 id="addresses" className="font-semibold">
        Addresses
      </h2>
      {channel.status === "draft" && (
        <p className="mt-1 text-muted text-sm">They work once the channel is published.</p>
      )}
      <dl className="mt-2 divide-y divide-border">
        {rows.map(({ label, text }) => (
          <div key={label} className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 py-2.5">
            <dt className="text-muted text-sm">{label}</dt>
            <dd className="col-start-1 line-clamp-2 break-all font-mono text-sm" title={text}>
              {text}
            </dd>
            <dd className="col-start-2 row-span-2 row-start-1">
              <CopyButton text={text} label={label} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
