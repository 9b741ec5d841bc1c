import { type Attributes, attribute, numberOf, readAttributes } from "./attribute-list";
import type { Report } from "./finding";
import { type PlaylistLine, playlistLines } from "./playlist-lines";

export interface Variant {
  address: string;
  bandwidth: number | null;
  codecs: string[];
  /** Groups that it names, by type. */
  groups: ReadonlyMap<MediaType, string>;
  missing: string[];
  line: number;
}

export const MEDIA_TYPES = ["AUDIO", "VIDEO", "SUBTITLES", "CLOSED-CAPTIONS"] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];

export interface MediaRendition {
  type: MediaType;
  groupId: string;
  name: string;
  isDefault: boolean;
  address: string | null;
  line: number;
}

export interface MasterList {
  variants: Variant[];
  media: MediaRendition[];
}

/** Whether a playlist is a master playlist: it lists variants instead of segments. */
export function isMaster(text: string): boolean {
  return /^#EXT-X-(STREAM-INF|MEDIA|I-FRAME-STREAM-INF):/m.test(text);
}

/** Reads a master playlist, and reports what is wrong with how it is written. */
export function readMasterList(text: string, report: Report): MasterList {
  const list: MasterList = { variants: [], media: [] };
  let pending: { attributes: Attributes; line: PlaylistLine } | null = null;
  const seen = new Set<string>();
  for (const line of playlistLines(text, report)) {
    if (line.kind === "address") {
      if (pending) list.variants.push(readVariant(pending.attributes, pending.line, line.value, report));
      pending = null;
    } else if (line.name === "EXT-X-STREAM-INF") pending = { attributes: readAttributes(line, report), line };
    else if (line.name === "EXT-X-MEDIA") {
      const media = readMedia(line, report);
      if (media) list.media.push(media);
    } else if (/^EXT(INF|-X-(TARGETDURATION|MEDIA-SEQUENCE|DISCONTINUITY.*|MAP|ENDLIST|BYTERANGE))$/.test(line.name)) {
      report("mixed-playlist", `line ${line.number}: ${line.name}`);
    } else if (line.name === "EXT-X-VERSION") {
      if (seen.has(line.name)) report("repeated-tag", `line ${line.number}: ${line.name}`);
      seen.add(line.name);
      numberOf(line, report);
    }
  }
  return list;
}

function readVariant(attributes: Attributes, line: PlaylistLine, address: string, report: Report): Variant {
  const read = (name: string, form: Parameters<typeof attribute>[2]) => attribute(attributes, name, form, line, report);
  const bandwidth = read("BANDWIDTH", "integer");
  const codecs = read("CODECS", "quoted")?.split(",") ?? [];
  const average = read("AVERAGE-BANDWIDTH", "integer");
  const hasPicture = codecs.length === 0 || codecs.some((codec) => !/^(mp4a|ac-3|ec-3|opus|fLaC)/.test(codec.trim()));
  const missing = [
    ...(codecs.length === 0 ? ["CODECS"] : []),
    ...(average === null ? ["AVERAGE-BANDWIDTH"] : []),
    ...(hasPicture && read("RESOLUTION", "resolution") === null ? ["RESOLUTION"] : []),
    ...(hasPicture && read("FRAME-RATE", "decimal") === null ? ["FRAME-RATE"] : []),
  ];
  const groups = new Map<MediaType, string>();
  for (const type of MEDIA_TYPES) {
    if (attributes.get(type) === "NONE") continue;
    const group = read(type, "quoted");
    if (group !== null) groups.set(type, group);
  }
  return {
    address,
    bandwidth: bandwidth === null ? null : Number(bandwidth),
    codecs,
    groups,
    missing,
    line: line.number,
  };
}

function readMedia(line: PlaylistLine, report: Report): MediaRendition | null {
  const attributes = readAttributes(line, report);
  const type = attribute(attributes, "TYPE", "choice", line, report) as MediaType | null;
  const groupId = attribute(attributes, "GROUP-ID", "quoted", line, report);
  const name = attribute(attributes, "NAME", "quoted", line, report);
  const address = attribute(attributes, "URI", "quoted", line, report);
  if (type !== null && !MEDIA_TYPES.includes(type)) report("malformed-value", `line ${line.number}: TYPE=${type}`);
  if (type === null || groupId === null || name === null) {
    report("attribute-missing", `line ${line.number}: EXT-X-MEDIA needs TYPE, GROUP-ID and NAME`);
    return null;
  }
  if (type === "SUBTITLES" && address === null)
    report("attribute-missing", `line ${line.number}: EXT-X-MEDIA of subtitles needs a URI`);
  return { type, groupId, name, address, isDefault: attributes.get("DEFAULT") === "YES", line: line.number };
}

/** What a master playlist must hold (RFC 8216 §4.3.4). */
export function checkMasterList(list: MasterList, report: Report): void {
  if (list.variants.length === 0) report("no-variant", "no EXT-X-STREAM-INF with an address");
  for (const variant of list.variants) {
    const where = `line ${variant.line}, ${variant.address}`;
    if (variant.bandwidth === null) report("no-bandwidth", where);
    if (variant.missing.length > 0) report("attribute-advised", `${where}: ${variant.missing.join(", ")}`);
    for (const [type, group] of variant.groups) {
      if (!list.media.some((media) => media.type === type && media.groupId === group))
        report("group-missing", `${where}: ${type}="${group}"`);
    }
  }
  for (const [index, media] of list.media.entries()) {
    const earlier = list.media
      .slice(0, index)
      .filter((each) => each.type === media.type && each.groupId === media.groupId);
    const where = `line ${media.line}, group “${media.groupId}”`;
    if (earlier.some((each) => each.name === media.name)) report("names-repeat", `${where}: ${media.name}`);
    if (media.isDefault && earlier.some((each) => each.isDefault)) report("two-defaults", where);
  }
}
