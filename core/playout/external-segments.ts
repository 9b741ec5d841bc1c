import { z } from "zod";

/**
 * Where the segments of one rendition of a linked manifest lie. Addresses are absolute. Byte ranges are written as
 * HLS writes them, `length@offset`; with them one address may serve all segments.
 */
export const ExternalTrack = z.object({
  map: z.object({ url: z.string(), range: z.string().optional() }),
  urls: z.array(z.string()).min(1),
  ranges: z.array(z.string()).optional(),
});
export type ExternalTrack = z.infer<typeof ExternalTrack>;

/** The segments of a linked item, by the rung of the ladder that each of its variants serves, and its sound. */
export const ExternalSegments = z.object({
  video: z.partialRecord(z.enum(["1080p", "720p", "480p", "360p"]), ExternalTrack),
  audio: ExternalTrack,
});
export type ExternalSegments = z.infer<typeof ExternalSegments>;

/** Address and byte range of one segment of a track. */
export function externalSegment(track: ExternalTrack, index: number): { url: string; range?: string } {
  const url = track.urls[index] ?? track.urls[0] ?? "";
  const range = track.ranges?.[index];
  return range === undefined ? { url } : { url, range };
}
