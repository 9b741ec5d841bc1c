import { boxesIn } from "./mp4-boxes";

/** Types that an MP4 or QuickTime file may begin with. */
const FIRST_BOXES = /^(ftyp|moov|mdat|free|skip|wide|pnot|styp|moof|sidx)$/;

/** Whether the first 12 bytes of a file can be those of an MP4 or QuickTime file. */
export function beginsLikeMp4(head: Uint8Array): boolean {
  return head.byteLength >= 8 && FIRST_BOXES.test(String.fromCharCode(...head.subarray(4, 8)));
}

/** Sample entries of protected tracks: Common Encryption, and FairPlay of the iTunes era. */
const PROTECTED = /^(enc[vat]|drm[is])$/;

/**
 * Whether a `moov` box (with its header) describes a protected track: ISO/IEC 14496-12 §8.12. ffprobe shows the
 * format underneath as if it could be decoded.
 */
export function isProtected(moov: Uint8Array): boolean {
  const root = boxesIn(moov)[0];
  if (root?.type !== "moov") return false;
  const tracks = boxesIn(moov, root.content, root.end).filter((box) => box.type === "trak");
  return tracks.some((track) => {
    let inside = track;
    for (const type of ["mdia", "minf", "stbl", "stsd"]) {
      const found = boxesIn(moov, inside.content, inside.end).find((box) => box.type === type);
      if (!found) return false;
      inside = found;
    }
    return boxesIn(moov, inside.content + 8, inside.end).some((entry) => PROTECTED.test(entry.type));
  });
}
