import type { Programme } from "./contract";
import { zoneStamp } from "./zone-stamp";

export interface XmltvChannel {
  slug: string;
  name: string;
  logoUrl: string | null;
  watchUrl: string;
  timezone: string;
}

/** The name of a channel in feeds, the same in M3U and XMLTV. XMLTV wants the form of a domain name. */
export function tvgId(slug: string): string {
  return `${slug}.lineup`;
}

export const XMLTV_HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tv SYSTEM "xmltv.dtd">
<tv generator-info-name="Lineup">
`;
export const XMLTV_FOOT = "</tv>\n";

export function xmltvChannel(channel: XmltvChannel): string {
  const icon = channel.logoUrl ? `    <icon src="${xmlText(channel.logoUrl)}"/>\n` : "";
  return `  <channel id="${tvgId(channel.slug)}">
    <display-name>${xmlText(channel.name)}</display-name>
${icon}    <url>${xmlText(channel.watchUrl)}</url>
  </channel>
`;
}

/** A programme, its elements in the order of the DTD. An episode is named by its series, with its own title below. */
export function xmltvProgramme(channel: XmltvChannel, programme: Programme): string {
  const lang = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(programme.language ?? "") ? programme.language : null;
  const inLanguage: Record<string, string> = lang ? { lang } : {};
  const { seriesTitle, title } = programme;
  const lines = [
    element("title", seriesTitle ?? title, inLanguage),
    seriesTitle && seriesTitle !== title ? element("sub-title", title, inLanguage) : "",
    element("desc", programme.description, inLanguage),
    programme.productionYear ? element("date", String(programme.productionYear)) : "",
    ...genresOf(programme).map((genre) => element("category", genre, { lang: "en" })),
    lang ? element("language", lang) : "",
    programme.posterUrl ? `    <icon src="${xmlText(programme.posterUrl)}"/>\n` : "",
    ...episodeNumbers(programme),
    ...programme.ageRatings.map(rating),
  ];
  const stamp = (instant: string) => zoneStamp(Date.parse(instant), channel.timezone);
  const times = `start="${stamp(programme.startsAt)}" stop="${stamp(programme.endsAt)}"`;
  return `  <programme ${times} channel="${tvgId(channel.slug)}">\n${lines.join("")}  </programme>\n`;
}

/** What the channel is about stands in for an item without genres, unless it is about anything. */
function genresOf({ genres, category }: Programme): string[] {
  if (genres.length > 0) return genres;
  return category === "other" ? [] : [category];
}

/** Numbers of `xmltv_ns` count from zero: season.episode.part. */
function episodeNumbers({ seasonNumber, episodeNumber, episodeLabel }: Programme): string[] {
  if (episodeLabel === null) return [];
  const fromZero = (number: number | null) => (number === null || number < 1 ? "" : String(number - 1));
  const counted = `${fromZero(seasonNumber)}.${fromZero(episodeNumber)}.`;
  return [
    ...(counted === ".." ? [] : [element("episode-num", counted, { system: "xmltv_ns" })]),
    element("episode-num", episodeLabel, { system: "onscreen" }),
  ];
}

function rating(value: string): string {
  const text = xmlText(value).trim();
  return text === "" ? "" : `    <rating>\n      <value>${text}</value>\n    </rating>\n`;
}

/** Nothing where the text is empty. */
function element(name: string, text: string, attributes: Record<string, string> = {}): string {
  const content = xmlText(text).trim();
  if (content === "") return "";
  const said = Object.entries(attributes).map(([key, value]) => ` ${key}="${xmlText(value)}"`);
  return `    <${name}${said.join("")}>${content}</${name}>\n`;
}

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
/** What XML 1.0 has no place for, not even escaped: control characters, halves of surrogate pairs, non-characters. */
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A text as it may stand in an element or an attribute. */
export function xmlText(text: string): string {
  return text.replace(FORBIDDEN, "").replace(/[&<>"]/g, (character) => ESCAPES[character] as string);
}
