/** One box of an ISO base media file (ISO/IEC 14496-12 §4.2): its type and where its content lies. */
export interface Box {
  type: string;
  /** Offset of the box's header. */
  start: number;
  /** Offset of the first byte after the header. */
  content: number;
  end: number;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The boxes between two offsets, in order. Throws on a box that overruns its parent. */
export function boxesIn(bytes: Uint8Array, from = 0, to = bytes.byteLength): Box[] {
  const view = viewOf(bytes);
  const boxes: Box[] = [];
  for (let start = from; start < to; ) {
    if (start + 8 > to) throw new Error(`box header cut off at byte ${start}`);
    const long = view.getUint32(start) === 1;
    const size = long ? Number(view.getBigUint64(start + 8)) : view.getUint32(start);
    const content = start + (long ? 16 : 8);
    const end = start + size;
    if (end < content || end > to) throw new Error(`box of ${size} bytes at byte ${start} overruns its parent`);
    boxes.push({ type: String.fromCharCode(...bytes.subarray(start + 4, start + 8)), start, content, end });
    start = end;
  }
  return boxes;
}

/** The first box at a path of types, such as `moov`, `trak`, `mdia`. */
export function findBox(bytes: Uint8Array, ...path: string[]): Box | null {
  let found: Box | null = { type: "", start: 0, content: 0, end: bytes.byteLength };
  for (const type of path) {
    found = boxesIn(bytes, found.content, found.end).find((box) => box.type === type) ?? null;
    if (!found) return null;
  }
  return found;
}

export interface InitSegment {
  /** Ticks per second. */
  timescale: number;
  /** RFC 6381 name of the codec. */
  codecs: string;
  /** Whether an edit list would shift the presentation. */
  edits: boolean;
}

/** Reads the init segment of one track. */
export function readInitSegment(bytes: Uint8Array): InitSegment {
  const header = findBox(bytes, "moov", "trak", "mdia", "mdhd");
  const description = findBox(bytes, "moov", "trak", "mdia", "minf", "stbl", "stsd");
  if (!header || !description) throw new Error("not an init segment");
  const view = viewOf(bytes);
  const version = view.getUint8(header.content);
  return {
    timescale: view.getUint32(header.content + (version === 1 ? 20 : 12)),
    codecs: codecsOf(bytes, description),
    edits: findBox(bytes, "moov", "trak", "edts") !== null,
  };
}

/** Bytes of a visual sample entry before its child boxes, ISO/IEC 14496-12 §12.1.3. */
const VISUAL_ENTRY_BYTES = 78;

function codecsOf(bytes: Uint8Array, description: Box): string {
  const entry = boxesIn(bytes, description.content + 8, description.end)[0];
  if (entry?.type === "mp4a") return "mp4a.40.2";
  if (entry?.type !== "avc1") throw new Error(`unexpected sample entry ${entry?.type}`);
  const avcC = boxesIn(bytes, entry.content + VISUAL_ENTRY_BYTES, entry.end).find((box) => box.type === "avcC");
  if (!avcC) throw new Error("avc1 without avcC");
  const profile = bytes.subarray(avcC.content + 1, avcC.content + 4);
  return `avc1.${[...profile].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

export interface MediaSegment {
  /** Decode time of the first sample, in ticks. */
  startTicks: number;
  /** Sum of the durations of all samples, in ticks. */
  ticks: number;
  samples: number;
  /** Earliest presentation time of the first sample; equals `startTicks` without reordering. */
  presentationTicks: number;
}

/** Adds up the fragments of a media segment (`moof` boxes: `tfhd`, `tfdt`, `trun`). */
export function readMediaSegment(bytes: Uint8Array): MediaSegment {
  const fragments = boxesIn(bytes).filter((box) => box.type === "moof");
  const tracks = fragments.flatMap((moof) =>
    boxesIn(bytes, moof.content, moof.end).filter((box) => box.type === "traf"),
  );
  if (tracks.length === 0) throw new Error("media segment without a fragment");
  const runs = tracks.map((track) => readTrackFragment(bytes, track));
  return {
    startTicks: runs[0]!.startTicks,
    presentationTicks: runs[0]!.startTicks + runs[0]!.firstOffset,
    ticks: runs.reduce((sum, run) => sum + run.ticks, 0),
    samples: runs.reduce((sum, run) => sum + run.samples, 0),
  };
}

function readTrackFragment(bytes: Uint8Array, track: Box) {
  const view = viewOf(bytes);
  const children = boxesIn(bytes, track.content, track.end);
  const header = children.find((box) => box.type === "tfhd");
  const time = children.find((box) => box.type === "tfdt");
  if (!header || !time) throw new Error("track fragment without tfhd or tfdt");
  const startTicks =
    view.getUint8(time.content) === 1 ? Number(view.getBigUint64(time.content + 4)) : view.getUint32(time.content + 4);
  const runs = children
    .filter((box) => box.type === "trun")
    .map((run) => readRun(view, run, defaultDuration(view, header)));
  return {
    startTicks,
    ticks: runs.reduce((sum, run) => sum + run.ticks, 0),
    samples: runs.reduce((sum, run) => sum + run.samples, 0),
    firstOffset: runs[0]?.firstOffset ?? 0,
  };
}

function defaultDuration(view: DataView, header: Box): number {
  const flags = view.getUint32(header.content) & 0xffffff;
  const before = (flags & 0x1 ? 8 : 0) + (flags & 0x2 ? 4 : 0);
  return flags & 0x8 ? view.getUint32(header.content + 8 + before) : 0;
}

/** Flags of `trun`, ISO/IEC 14496-12 §8.8.8. */
const RUN = { dataOffset: 0x1, firstFlags: 0x4, duration: 0x100, size: 0x200, flags: 0x400, compositionOffset: 0x800 };

function readRun(view: DataView, run: Box, duration: number) {
  const flags = view.getUint32(run.content) & 0xffffff;
  const samples = view.getUint32(run.content + 4);
  let at = run.content + 8 + (flags & RUN.dataOffset ? 4 : 0) + (flags & RUN.firstFlags ? 4 : 0);
  let ticks = 0;
  let firstOffset = 0;
  for (let sample = 0; sample < samples; sample++) {
    ticks += flags & RUN.duration ? view.getUint32(at) : duration;
    at += (flags & RUN.duration ? 4 : 0) + (flags & RUN.size ? 4 : 0) + (flags & RUN.flags ? 4 : 0);
    if (flags & RUN.compositionOffset) {
      if (sample === 0) firstOffset = view.getInt32(at);
      at += 4;
    }
  }
  return { ticks, samples, firstOffset };
}

/** The fragments of a segment without its `styp`, fit to be appended to the segment before it. */
export function fragmentsOf(bytes: Uint8Array): Uint8Array {
  const first = boxesIn(bytes).find((box) => box.type === "moof");
  if (!first) throw new Error("media segment without a fragment");
  return bytes.subarray(first.start);
}
