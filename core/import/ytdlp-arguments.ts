/** Limits of one download by yt-dlp; 0 bytes per second is as fast as it goes. */
export interface YtdlpLimits {
  maxBytes: number;
  bytesPerSecond: number;
}

/**
 * What every run begins with: nothing of the machine's configuration or cache, no ffmpeg and no other program that
 * would fetch by itself, no faked origin. The proxy comes by the environment, where its secret is not seen by others.
 */
const COMMON: readonly string[] = [
  ...["--ignore-config", "--no-cache-dir", "--no-geo-bypass", "--no-playlist", "--no-mtime", "--newline"],
  ...["--ffmpeg-location", "/nonexistent", "--fixup", "never", "--downloader", "native"],
  ...["--socket-timeout", "30", "--retries", "5", "--fragment-retries", "5", "--abort-on-unavailable-fragments"],
];

/** Tells as JSON what is on a page. Of a page with many videos two are looked at: enough to know that it has many. */
export function metadataArguments(url: string): string[] {
  return [...COMMON, "--playlist-items", "1:2", "--dump-single-json", "--", url];
}

/** Line of progress: bytes so far, in total, estimated in total, per second; `NA` for what is not known. */
const PROGRESS =
  "download:lineup %(progress.downloaded_bytes)s %(progress.total_bytes)s %(progress.total_bytes_estimate)s %(progress.speed)s";

/** Downloads one format of what an earlier run has told, to exactly this file. */
export function downloadArguments(infoFile: string, formatId: string, file: string, limits: YtdlpLimits): string[] {
  return [
    ...COMMON,
    ...["--load-info-json", infoFile, "--format", formatId, "--output", file.replaceAll("%", "%%")],
    ...["--max-filesize", String(limits.maxBytes), "--progress-template", PROGRESS],
    ...(limits.bytesPerSecond > 0 ? ["--limit-rate", String(limits.bytesPerSecond)] : []),
  ];
}

export interface YtdlpProgress {
  receivedBytes: number;
  totalBytes: number | null;
  bytesPerSecond: number | null;
}

/** Reads a line of {@link downloadArguments}' progress; null for any other line. */
export function readProgress(line: string): YtdlpProgress | null {
  const [mark, received, total, estimate, speed] = line.trim().split(" ");
  const receivedBytes = wholeOf(received);
  if (mark !== "lineup" || receivedBytes === null) return null;
  return { receivedBytes, totalBytes: wholeOf(total) ?? wholeOf(estimate), bytesPerSecond: wholeOf(speed) };
}

function wholeOf(text: string | undefined): number | null {
  const value = Number(text);
  return text !== undefined && text !== "" && Number.isFinite(value) ? Math.round(value) : null;
}
