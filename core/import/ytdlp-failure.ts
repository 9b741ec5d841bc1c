import { FetchFailure } from "../net/fetch-failure";
import { ImportFailure } from "./import-failure";

/** What yt-dlp's complaints mean, most telling first. */
const MEANINGS: readonly [RegExp, () => Error][] = [
  [/\bDRM\b/, () => new ImportFailure("import.protected")],
  [
    /Unsupported URL|No video formats found|no video|unable to extract|is not a valid URL/i,
    () => new ImportFailure("import.no_video_on_page"),
  ],
  [
    /Private video|sign in|log ?in|members[- ]only|age[- ]restricted|HTTP Error 40[13]|cookies/i,
    () => new FetchFailure("url.forbidden"),
  ],
  [/HTTP Error 4(04|10)/, () => new FetchFailure("url.not_found")],
  [/HTTP Error 429/, () => new FetchFailure("url.busy")],
  [/HTTP Error 5\d\d/, () => new FetchFailure("url.server_failed")],
  [/timed out/i, () => new FetchFailure("url.timeout")],
  [/No space left|Disk quota/i, () => new ImportFailure("import.no_room")],
  [/larger than max-filesize|File too large/i, () => new FetchFailure("url.too_large")],
];

/** What a run that failed means to whoever gave the address, by what yt-dlp wrote. */
export function ytdlpFailure(output: string): Error {
  const found = MEANINGS.find(([pattern]) => pattern.test(output));
  if (found) return found[1]();
  const complaint = /^ERROR:\s*(?:\[[^\]]*\]\s*)?(?:[\w-]+:\s)?(.{1,300})/m.exec(output)?.[1]?.split(/[;(]/)[0]?.trim();
  const sentence = complaint && `The video of this page could not be downloaded: ${complaint.replace(/\.?$/, ".")}`;
  return new ImportFailure("import.page_failed", sentence || undefined, output.slice(-600));
}
