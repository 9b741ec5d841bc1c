import { externalSegment } from "./external-segments";
import type { Rendition } from "./media-playlist";
import type { WindowSegment } from "./media-window";
import { RUNGS, type Rung, type SegmentTable } from "./segment-table";

/** What a segment without captions lists: one short file for all of them. */
export const NO_CAPTIONS_PATH = "/v1/captions/none.vtt";

/** Path of a segment of captions: it names everything that it is cut from, so it never changes. */
export function captionPath(contentItemId: string, encodingId: string, captionId: string, index: number): string {
  return `/v1/captions/${contentItemId}/${encodingId}/${captionId}/${numbered(index)}.vtt`;
}

/** Path of the playlist of an item's captions, beside their segments. */
export function captionPlaylistPath(contentItemId: string, encodingId: string, captionId: string): string {
  return `/v1/captions/${contentItemId}/${encodingId}/${captionId}/playlist.m3u8`;
}

/** The EXT-X-MAP of a segment's rendition; none for captions, which are text. */
export function mapLines({ table }: WindowSegment, rendition: Rendition): string[] {
  if (rendition === "captions") return [];
  const external = externalTrack(table, rendition);
  if (!external) return [`#EXT-X-MAP:URI="${table.baseUrl}${folderOf(table, rendition)}/init.mp4"`];
  const { url, range } = external.map;
  return [`#EXT-X-MAP:URI="${url}"${range === undefined ? "" : `,BYTERANGE="${range}"`}`];
}

/** EXTINF and address of a segment. Captions last as long as the pictures. */
export function segmentLines(segment: WindowSegment, rendition: Rendition): string[] {
  const { table, index } = segment;
  const track = rendition === "audio" ? table.audio : table.video;
  const extinf = `#EXTINF:${((track.ticks[index] ?? 0) / track.timescale).toFixed(6)},`;
  if (rendition === "captions") return [extinf, captionUri(segment)];
  const external = externalTrack(table, rendition);
  if (!external) return [extinf, `${table.baseUrl}${folderOf(table, rendition)}/${numbered(index)}.m4s`];
  const { url, range } = externalSegment(external, index);
  return range === undefined ? [extinf, url] : [extinf, `#EXT-X-BYTERANGE:${range}`, url];
}

/** Folder of the rendition that an item lends to a variant: its own, else its best lower one, else its lowest. */
export function folderOf(table: SegmentTable, rendition: Exclude<Rendition, "captions">): Rung | "audio" {
  if (rendition === "audio") return "audio";
  const wanted = RUNGS.indexOf(rendition);
  return table.rungs.find((rung) => RUNGS.indexOf(rung) >= wanted) ?? table.rungs.at(-1) ?? rendition;
}

function externalTrack(table: SegmentTable, rendition: Exclude<Rendition, "captions">) {
  if (!table.external) return undefined;
  const folder = folderOf(table, rendition);
  return folder === "audio" ? table.external.audio : table.external.video[folder];
}

function captionUri({ airing, index }: WindowSegment): string {
  const { contentItemId, encodingId, captionId } = airing;
  // GStreamer drops a segment with the address of the one before it, and then finds no captions at all.
  if (!contentItemId || !encodingId || !captionId) return `${NO_CAPTIONS_PATH}?${index}`;
  return captionPath(contentItemId, encodingId, captionId, index);
}

function numbered(index: number): string {
  return String(index).padStart(5, "0");
}
