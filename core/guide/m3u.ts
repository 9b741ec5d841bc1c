import { tvgId } from "./xmltv";

export interface M3uChannel {
  slug: string;
  number: number;
  name: string;
  logoUrl: string | null;
  hlsUrl: string;
  category: string;
  /** How long what aired can be watched again; 0 where it cannot. */
  catchUpHours: number;
}

/** A list of channels as IPTV players read it, with the address of the guide that belongs to it. */
export function m3uPlaylist(channels: readonly M3uChannel[], guideUrl: string): string {
  const guide = attribute(guideUrl);
  return [`#EXTM3U url-tvg="${guide}" x-tvg-url="${guide}"`, ...channels.map(m3uEntry), ""].join("\n");
}

function m3uEntry(channel: M3uChannel): string {
  const name = line(channel.name);
  const attributes = {
    "tvg-id": tvgId(channel.slug),
    "tvg-chno": String(channel.number),
    "tvg-name": name,
    ...(channel.logoUrl && { "tvg-logo": channel.logoUrl }),
    "group-title": (channel.category[0]?.toUpperCase() ?? "") + channel.category.slice(1),
    ...(channel.catchUpHours > 0 && catchUp(channel)),
  };
  const said = Object.entries(attributes).map(([key, value]) => ` ${key}="${attribute(value)}"`);
  return `#EXTINF:-1${said.join("")},${name}\n${channel.hlsUrl}`;
}

/** The player puts in the seconds since the programme began: the same channel, so much later. */
function catchUp({ hlsUrl, catchUpHours }: M3uChannel): Record<string, string> {
  return {
    catchup: "default",
    "catchup-days": String(Math.max(1, Math.ceil(catchUpHours / 24))),
    "catchup-source": `${hlsUrl}?delay={offset:1}`,
  };
}

/** Players end an attribute at the next quotation mark, whatever stands before it. */
function attribute(text: string): string {
  return line(text).replaceAll('"', "'");
}

function line(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a line break in a name would begin another entry.
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ").trim();
}
