/** A box of an ISO base media file. */
function box(type: string, ...parts: Uint8Array[]): Uint8Array {
  const size = 8 + parts.reduce((sum, part) => sum + part.byteLength, 0);
  const bytes = new Uint8Array(size);
  bytes.set(words(size), 0);
  bytes.set(new TextEncoder().encode(type), 4);
  let at = 8;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.byteLength;
  }
  return bytes;
}

/** 32-bit numbers, most significant byte first. */
function words(...numbers: number[]): Uint8Array {
  const bytes = new Uint8Array(numbers.length * 4);
  const view = new DataView(bytes.buffer);
  for (const [index, number] of numbers.entries()) view.setUint32(index * 4, number);
  return bytes;
}

/** An init segment with the boxes that the checker reads. `avc` is profile, constraints and level, or null for sound. */
export function fakeInit(timescale: number, avc: [number, number, number] | null): Uint8Array {
  const entry = avc
    ? box("avc1", new Uint8Array(78), box("avcC", Uint8Array.of(1, ...avc, 0xff)))
    : box("mp4a", new Uint8Array(28));
  const mdhd = box("mdhd", words(0, 0, 0, timescale, 0, 0));
  const stsd = box("stsd", words(0, 1), entry);
  return box("moov", box("trak", box("mdia", mdhd, box("minf", box("stbl", stsd)))));
}

/** The beginning of a segment with one sample; its picture data is only declared. */
export function fakeSegmentHead(startTicks: number, ticks: number, totalBytes: number): Uint8Array {
  const high = Math.floor(startTicks / 2 ** 32);
  const traf = box(
    "traf",
    box("tfhd", words(0x020000, 1)),
    box("tfdt", words(0x01000000, high, startTicks - high * 2 ** 32)),
    box("trun", words(0x000100, 1, ticks)),
  );
  const moof = box("moof", box("mfhd", words(0, 1)), traf);
  const mdat = words(totalBytes - moof.byteLength, 0x6d646174);
  const head = new Uint8Array(moof.byteLength + mdat.byteLength);
  head.set(moof);
  head.set(mdat, moof.byteLength);
  return head;
}

/** A segment of captions with one cue, a second after the segment begins. */
export function fakeCaptions(startSeconds: number): Uint8Array {
  const clock = (seconds: number) => new Date(Math.round(seconds * 1000)).toISOString().slice(11, 23);
  const lines = [
    "WEBVTT",
    "X-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:0",
    "",
    `${clock(startSeconds + 0.2)} --> ${clock(startSeconds + 0.9)}`,
    "Good evening.",
    "",
  ];
  return new TextEncoder().encode(lines.join("\n"));
}
