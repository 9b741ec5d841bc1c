import { type Attributes, attribute, instantOf, numberOf, readAttributes } from "./attribute-list";
import type { Report } from "./finding";
import { type PlaylistLine, playlistLines, quoted } from "./playlist-lines";

/** One segment as a player numbers it (RFC 8216 §6.3). */
export interface ListedSegment {
  mediaSequence: number;
  discontinuitySequence: number;
  address: string;
  seconds: number;
  /** As it stands in the playlist. */
  extinf: string;
  /** Its own EXT-X-PROGRAM-DATE-TIME. */
  dateMs: number | null;
  /** That, or what follows from the segments before it. */
  startsAtMs: number | null;
  /** How many EXT-X-DISCONTINUITY stand before it; each counts. */
  discontinuities: number;
  /** Address and byte range of the init segment that applies. */
  map: string | null;
  hasOwnMap: boolean;
  byteRange: string | null;
  isGap: boolean;
  cues: string[];
  line: number;
}

export interface DateRange {
  line: PlaylistLine;
  attributes: Attributes;
}

export interface MediaList {
  text: string;
  /** Tags of the whole playlist, by name; the two counters are not among them. */
  header: ReadonlyMap<string, string>;
  version: number;
  targetDuration: number | null;
  mediaSequence: number;
  discontinuitySequence: number;
  hasDiscontinuitySequence: boolean;
  segments: ListedSegment[];
  dateRanges: DateRange[];
}

const OF_PLAYLIST = [
  "EXT-X-VERSION",
  "EXT-X-TARGETDURATION",
  "EXT-X-MEDIA-SEQUENCE",
  "EXT-X-DISCONTINUITY-SEQUENCE",
  "EXT-X-ENDLIST",
  "EXT-X-PLAYLIST-TYPE",
  "EXT-X-I-FRAMES-ONLY",
  "EXT-X-INDEPENDENT-SEGMENTS",
  "EXT-X-START",
];
const OF_MASTER = /^EXT-X-(STREAM-INF|I-FRAME-STREAM-INF|MEDIA|SESSION-DATA|SESSION-KEY)$/;
const EXTINF = /^(\d+(?:\.\d+)?),(.*)$/;

/** Reads a media playlist, and reports what is wrong with how it is written. */
export function readMediaList(text: string, report: Report): MediaList {
  const reader = new Reader(text, report);
  for (const line of playlistLines(text, report)) {
    if (line.kind === "address") reader.segment(line);
    else reader.tag(line);
  }
  return reader.list;
}

/** What the tags before an address have said so far; the address completes it. */
type Pending = Omit<ListedSegment, "extinf"> & { extinf: string | null };

const nothing = (): Pending => ({
  mediaSequence: 0,
  discontinuitySequence: 0,
  address: "",
  seconds: 0,
  extinf: null,
  dateMs: null,
  startsAtMs: null,
  discontinuities: 0,
  map: null,
  hasOwnMap: false,
  byteRange: null,
  isGap: false,
  cues: [],
  line: 0,
});

class Reader {
  private readonly header = new Map<string, string>();
  readonly list: MediaList;
  private pending = nothing();
  private map: string | null = null;
  private sawDiscontinuity = false;

  constructor(
    text: string,
    private readonly report: Report,
  ) {
    this.list = {
      text,
      header: this.header,
      version: 1,
      targetDuration: null,
      mediaSequence: 0,
      discontinuitySequence: 0,
      hasDiscontinuitySequence: false,
      segments: [],
      dateRanges: [],
    };
  }

  tag(line: PlaylistLine): void {
    if (OF_MASTER.test(line.name)) this.report("mixed-playlist", `line ${line.number}: ${line.name}`);
    else if (OF_PLAYLIST.includes(line.name)) this.ofPlaylist(line);
    else this.ofSegment(line);
  }

  segment(line: PlaylistLine): void {
    const { segments } = this.list;
    const { pending } = this;
    const before = segments.at(-1);
    if (pending.extinf === null) this.report("no-extinf", `line ${line.number}: ${quoted(line.value)}`);
    pending.extinf ??= "";
    pending.mediaSequence = this.list.mediaSequence + segments.length;
    pending.discontinuitySequence =
      (before?.discontinuitySequence ?? this.list.discontinuitySequence) + pending.discontinuities;
    pending.address = line.value;
    pending.startsAtMs =
      pending.dateMs ?? (before?.startsAtMs == null ? null : before.startsAtMs + before.seconds * 1000);
    pending.map = this.map;
    pending.line = line.number;
    segments.push(pending as ListedSegment);
    this.pending = nothing();
  }

  private ofPlaylist(line: PlaylistLine): void {
    const isCounter = line.name.endsWith("-SEQUENCE");
    if (this.header.has(line.name)) this.report("repeated-tag", `line ${line.number}: ${line.name}`);
    this.header.set(line.name, isCounter ? "" : line.value);
    if (line.name === "EXT-X-VERSION") this.list.version = numberOf(line, this.report) ?? 1;
    if (line.name === "EXT-X-TARGETDURATION") this.list.targetDuration = numberOf(line, this.report);
    if (line.name === "EXT-X-MEDIA-SEQUENCE") {
      if (this.list.segments.length > 0) this.report("media-sequence-late", `line ${line.number}`);
      this.list.mediaSequence = numberOf(line, this.report) ?? 0;
    }
    if (line.name === "EXT-X-DISCONTINUITY-SEQUENCE") {
      const late = this.list.segments.length > 0 || this.sawDiscontinuity;
      if (late) this.report("discontinuity-sequence-late", `line ${line.number}`);
      this.list.discontinuitySequence = numberOf(line, this.report) ?? 0;
      this.list.hasDiscontinuitySequence = true;
    }
  }

  private ofSegment(line: PlaylistLine): void {
    const { pending, report } = this;
    switch (line.name) {
      case "EXTINF": {
        const [, seconds] = EXTINF.exec(line.value) ?? [];
        if (seconds === undefined) report("malformed-value", `line ${line.number}: EXTINF is ${quoted(line.value)}`);
        pending.extinf = seconds ?? "";
        pending.seconds = Number(seconds ?? 0);
        break;
      }
      case "EXT-X-PROGRAM-DATE-TIME":
        pending.dateMs = instantOf(line.value);
        if (pending.dateMs === null)
          report("malformed-value", `line ${line.number}: the date is ${quoted(line.value)}`);
        break;
      case "EXT-X-DISCONTINUITY":
        pending.discontinuities++;
        this.sawDiscontinuity = true;
        break;
      case "EXT-X-MAP": {
        const attributes = readAttributes(line, report);
        const address = attribute(attributes, "URI", "quoted", line, report);
        if (address === null) report("attribute-missing", `line ${line.number}: EXT-X-MAP has no URI`);
        const range = attribute(attributes, "BYTERANGE", "quoted", line, report);
        this.map = address === null ? null : `${address}${range ? ` ${range}` : ""}`;
        pending.hasOwnMap = true;
        break;
      }
      case "EXT-X-BYTERANGE":
        pending.byteRange = line.value;
        break;
      case "EXT-X-GAP":
        pending.isGap = true;
        break;
      case "EXT-X-CUE-OUT":
      case "EXT-X-CUE-IN":
        pending.cues.push(line.name);
        break;
      case "EXT-X-DATERANGE":
        this.list.dateRanges.push({ line, attributes: readAttributes(line, report) });
        break;
    }
  }
}

/** When the last segment ends by its dates; null without dates. */
export function endOf(list: MediaList): number | null {
  const last = list.segments.at(-1);
  return last?.startsAtMs == null ? null : last.startsAtMs + last.seconds * 1000;
}

export const lengthSeconds = (list: MediaList): number =>
  list.segments.reduce((sum, segment) => sum + segment.seconds, 0);
