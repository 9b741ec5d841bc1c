import { fileUrl, HOSTILE_INPUT } from "./arguments";

/** ffmpeg: the most telling of the first pictures of a segment, with square pixels. */
export function firstPictureArguments(segment: string, picture: string): string[] {
  return [
    ...["-hide_banner", "-nostdin", "-y", "-loglevel", "error", ...HOSTILE_INPUT, "-i", fileUrl(segment)],
    ...["-map", "0:V:0", "-vf", "thumbnail=25,scale=iw*sar:ih,setsar=1", "-frames:v", "1"],
    ...["-c:v", "mjpeg", "-q:v", "2", "-pix_fmt", "yuvj420p", "-f", "image2", "-update", "1", fileUrl(picture)],
  ];
}
