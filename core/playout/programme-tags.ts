import type { Airing, Programme } from "./airing";
import type { WindowSegment } from "./media-window";
import { spliceIn, spliceOut } from "./scte35";

/**
 * The tags about programmes that stand before a segment: EXT-X-DATERANGE (RFC 8216 §4.3.2.7) where a block begins
 * and where it ends, with SCTE-35 in it for a break, and the CUE tags that most ad servers read.
 * @param before what was on air until the segment; null where that is unknown or nothing was
 */
export function programmeTags(segment: WindowSegment, before: Airing | null): string[] {
  const { airing, opens, startsAtUs } = segment;
  const programme = airing.programme;
  const begins = beginsBlock(segment);
  const tags: string[] = [];
  if (opens && before?.programme && before.blockId && before.blockId !== airing.blockId) {
    tags.push(...endTags(before.blockId, before.programme, startsAtUs));
  }
  if (!programme || !airing.blockId) return tags;
  if (begins) tags.push(startRange(airing.blockId, programme));
  if (programme.kind === "ad_break") tags.push(cueTag(programme, startsAtUs, begins));
  return tags;
}

/**
 * What was said at the start of a block whose first segments have left the window, for whoever joins now. It stands
 * before everything else, where it stood when they were still listed: so a playlist only ever loses lines at its head.
 */
export function carriedTags(first: WindowSegment): string[] {
  const { blockId, programme } = first.airing;
  return blockId && programme && !beginsBlock(first) ? [startRange(blockId, programme)] : [];
}

function beginsBlock({ airing, opens, startsAtUs }: WindowSegment): boolean {
  return opens && airing.programme?.startsAtUs === startsAtUs;
}

/** Media time as playlists write it. */
export function dateTime(us: number): string {
  return new Date(Math.floor(us / 1000)).toISOString();
}

function startRange(blockId: string, programme: Programme): string {
  const attributes = [
    ...rangeHead(blockId, programme),
    `PLANNED-DURATION=${seconds(plannedUs(programme))}`,
    `X-KIND="${programme.kind}"`,
    `X-TITLE="${quoted(programme.title)}"`,
  ];
  if (programme.kind === "ad_break") {
    attributes.push(`SCTE35-OUT=0x${hex(spliceOut(blockId, programme.startsAtUs, plannedUs(programme)))}`);
  }
  return `#EXT-X-DATERANGE:${attributes.join(",")}`;
}

function endTags(blockId: string, programme: Programme, endsAtUs: number): string[] {
  const attributes = [...rangeHead(blockId, programme), `DURATION=${seconds(endsAtUs - programme.startsAtUs)}`];
  if (programme.kind !== "ad_break") return [`#EXT-X-DATERANGE:${attributes.join(",")}`];
  attributes.push(`SCTE35-IN=0x${hex(spliceIn(blockId, endsAtUs))}`);
  return [`#EXT-X-DATERANGE:${attributes.join(",")}`, "#EXT-X-CUE-IN"];
}

/** Both tags of a range carry these, with the same values. */
function rangeHead(blockId: string, programme: Programme): string[] {
  return [`ID="${blockId}"`, `CLASS="programme"`, `START-DATE="${dateTime(programme.startsAtUs)}"`];
}

function cueTag(programme: Programme, atUs: number, begins: boolean): string {
  const duration = seconds(plannedUs(programme));
  if (begins) return `#EXT-X-CUE-OUT:${duration}`;
  return `#EXT-X-CUE-OUT-CONT:${seconds(atUs - programme.startsAtUs)}/${duration}`;
}

/** How long the block was to last from its first segment on; a break that began late is still worth a second. */
function plannedUs(programme: Programme): number {
  return Math.max(1_000_000, programme.plannedEndMs * 1000 - programme.startsAtUs);
}

function seconds(us: number): string {
  return (us / 1_000_000).toFixed(3);
}

/** A quoted string holds neither quotation marks nor line breaks (RFC 8216 §4.2). */
function quoted(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not get through.
  return text.replaceAll('"', "”").replace(/[\u0000-\u001f\u007f]+/g, " ");
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0"))
    .join("")
    .toUpperCase();
}
