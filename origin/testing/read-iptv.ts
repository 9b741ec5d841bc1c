/** A channel as an IPTV player reads it from an M3U. */
export interface ListedChannel {
  name: string;
  url: string;
  attributes: Record<string, string>;
}

/**
 * Reads an M3U as Kodi's IPTV Simple client does: line by line, each attribute by its name up to the next quotation
 * mark, the name after the last comma of the entry's attributes, and the next line that is no comment as address.
 */
export function readM3u(text: string): { guideUrl: string | null; channels: ListedChannel[] } {
  const lines = text.split(/\r?\n/);
  if (!lines[0]?.startsWith("#EXTM3U")) throw new Error("no #EXTM3U on the first line");
  const guideUrl = quotedAfter(lines[0], "x-tvg-url=") ?? quotedAfter(lines[0], "url-tvg=");
  const channels: ListedChannel[] = [];
  let entry: Omit<ListedChannel, "url"> | null = null;
  for (const line of lines.slice(1)) {
    if (line.startsWith("#EXTINF:")) {
      const end = line.lastIndexOf('",') + 1;
      const head = line.slice(0, end);
      const names = [...head.matchAll(/ ([a-z-]+)="/g)].map(([, name]) => name as string);
      const attributes = Object.fromEntries(names.map((name) => [name, quotedAfter(head, `${name}=`) ?? ""]));
      entry = { name: line.slice(end + 1), attributes };
    } else if (line !== "" && !line.startsWith("#")) {
      if (!entry) throw new Error(`an address without an entry: ${line}`);
      channels.push({ ...entry, url: line });
      entry = null;
    }
  }
  if (entry) throw new Error(`an entry without an address: ${entry.name}`);
  return { guideUrl, channels };
}

function quotedAfter(line: string, marker: string): string | null {
  const at = line.indexOf(marker);
  if (at < 0) return null;
  return /^"([^"]*)"/.exec(line.slice(at + marker.length))?.[1] ?? null;
}

/** A programme as an IPTV player reads it from XMLTV. */
export interface ListedProgramme {
  channelId: string;
  startsAtMs: number;
  endsAtMs: number;
  title: string;
  subTitle: string | null;
  /** From `xmltv_ns`, counted from one. */
  season: number | null;
  episode: number | null;
}

/** Reads the programmes of an XMLTV document as IPTV Simple does: times by their digits and offset, `xmltv_ns` from zero. */
export function readXmltv(text: string): { channelIds: string[]; programmes: ListedProgramme[] } {
  const channelIds = [...text.matchAll(/<channel id="([^"]*)">/g)].map(([, id]) => id as string);
  const programmes = [...text.matchAll(/<programme ([^>]*)>([\s\S]*?)<\/programme>/g)].map(
    ([, head = "", body = ""]) => {
      const attribute = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(head)?.[1] ?? "";
      const child = (name: string) => unescaped(new RegExp(`<${name}(?: [^>]*)?>([^<]*)</${name}>`).exec(body)?.[1]);
      const numbers = /<episode-num system="xmltv_ns">(\d*)\.(\d*)\./.exec(body);
      const counted = (digits: string | undefined) => (digits ? Number(digits) + 1 : null);
      return {
        channelId: attribute("channel"),
        startsAtMs: timeOf(attribute("start")),
        endsAtMs: timeOf(attribute("stop")),
        title: child("title") ?? "",
        subTitle: child("sub-title"),
        season: counted(numbers?.[1]),
        episode: counted(numbers?.[2]),
      };
    },
  );
  return { channelIds, programmes };
}

function timeOf(stamp: string): number {
  const [, digits = "", sign, hours, minutes] = /^(\d{14}) ([+-])(\d{2})(\d{2})$/.exec(stamp) ?? [];
  if (!sign) throw new Error(`not a time of XMLTV: ${stamp}`);
  const [year, month, day, hour, minute, second] = [0, 4, 6, 8, 10, 12].map((at) =>
    Number(digits.slice(at, at === 0 ? 4 : at + 2)),
  ) as [number, number, number, number, number, number];
  const offsetMs = (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === "-" ? -1 : 1);
  return Date.UTC(year, month - 1, day, hour, minute, second) - offsetMs;
}

function unescaped(text: string | undefined): string | null {
  if (text === undefined) return null;
  return text.replace(
    /&(lt|gt|quot|amp);/g,
    (_, name: string) => ({ lt: "<", gt: ">", quot: '"', amp: "&" })[name] ?? "",
  );
}
