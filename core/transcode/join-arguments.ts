import { fileUrl, HOSTILE_INPUT } from "./arguments";

/** ffmpeg: the pictures of one file and the sound of another, copied into one Matroska file. */
export function joinArguments(pictures: string, sound: string, joined: string): string[] {
  return [
    ...["-hide_banner", "-nostdin", "-y", "-loglevel", "error"],
    ...[...HOSTILE_INPUT, "-i", fileUrl(pictures), ...HOSTILE_INPUT, "-i", fileUrl(sound)],
    ...["-map", "0:V:0", "-map", "1:a:0", "-map_metadata", "-1", "-c", "copy", "-f", "matroska", fileUrl(joined)],
  ];
}
