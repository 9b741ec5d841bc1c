/** Formats of pictures that are pixels only. SVG is left out: it is a program that may load other files. */
export type InputFormat = "jpeg" | "png" | "gif" | "webp" | "avif";

/**
 * What kind of picture a file begins as, by its first bytes; null for everything else. Decided before any decoder sees
 * the file, because decoders guess more formats than we want to run.
 */
export function pictureFormat(head: Uint8Array): InputFormat | null {
  if (startsWith(head, 0, [0xff, 0xd8, 0xff])) return "jpeg";
  if (startsWith(head, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return "png";
  if (text(head, 0, 6) === "GIF87a" || text(head, 0, 6) === "GIF89a") return "gif";
  if (text(head, 0, 4) === "RIFF" && text(head, 8, 12) === "WEBP") return "webp";
  if (text(head, 4, 8) === "ftyp" && ["avif", "avis", "mif1"].includes(text(head, 8, 12))) return "avif";
  return null;
}

function startsWith(bytes: Uint8Array, at: number, wanted: readonly number[]): boolean {
  return wanted.every((byte, index) => bytes[at + index] === byte);
}

function text(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}
