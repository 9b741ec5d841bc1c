/**
 * Every way in which a transcode can end without a result. `sentence` is what the creator reads; `retry` says
 * whether another try of the same file may end differently (an outage of ours) or not (a bad file).
 */
export const TRANSCODE_FAILURES = {
  "source.empty": { retry: false, sentence: "The file is empty. Upload it again." },
  "source.missing": { retry: false, sentence: "The uploaded file is no longer there. Upload it again." },
  "source.not_media": {
    retry: false,
    sentence: "This file is not a video or audio file that Lineup can read, whatever its name says.",
  },
  "source.truncated": {
    retry: false,
    sentence: "The file breaks off before its end. Export or copy it again, then upload the whole file.",
  },
  "source.no_content": { retry: false, sentence: "The file holds neither pictures nor sound that can be played." },
  "source.unsupported_codec": {
    retry: false,
    sentence: "The file uses a video or audio format that Lineup cannot decode. Export it as H.264 with AAC.",
  },
  "source.drm": { retry: false, sentence: "The file is copy-protected (DRM) and cannot be converted." },
  "source.too_large_picture": {
    retry: false,
    sentence: "The picture is larger than 8192 × 4320 pixels. Export it at a smaller size.",
  },
  "source.too_long": { retry: false, sentence: "The file plays longer than 24 hours. Split it into parts." },
  "source.too_complex": {
    retry: false,
    sentence:
      "Converting this file takes more time or memory than an ordinary file of its length needs. Export it again.",
  },
  "source.corrupt": {
    retry: false,
    sentence: "The file is damaged and cannot be converted to the end. Export or copy it again.",
  },
  "storage.full": {
    retry: true,
    sentence: "There is no room left to store the converted video. The operator of this server has to make room.",
  },
  "transcode.failed": {
    retry: true,
    sentence: "The conversion failed for a reason on our side. Try again; the file itself seems fine.",
  },
} as const satisfies Record<string, { retry: boolean; sentence: string }>;

export type FailureCode = keyof typeof TRANSCODE_FAILURES;

/** The end of a transcode without a result, with the reason for the creator and the detail for the log. */
export class TranscodeFailure extends Error {
  override readonly name = "TranscodeFailure";
  readonly sentence: string;
  /** Whether another try may end differently. */
  readonly retry: boolean;

  constructor(
    readonly code: FailureCode,
    /** What the tools said; for the log, never for the creator. */
    readonly detail = "",
    options?: ErrorOptions,
  ) {
    super(detail ? `${code}: ${detail}` : code, options);
    this.sentence = TRANSCODE_FAILURES[code].sentence;
    this.retry = TRANSCODE_FAILURES[code].retry;
  }
}

/** Phrases of ffmpeg and ffprobe on standard error, most telling first, and what they mean. */
const PHRASES: readonly [RegExp, FailureCode][] = [
  [/No space left on device|Disk quota exceeded/i, "storage.full"],
  [/not on whitelist|Protocol .* not on|demuxer .* not allowed/i, "source.not_media"],
  [/moov atom not found|partial file|Truncating packet|EBML header parsing failed/i, "source.truncated"],
  [/Picture size \S+ (is invalid|exceeds)|max_pixels|dimensions too large/i, "source.too_large_picture"],
  [/Cannot allocate memory|Out of memory|std::bad_alloc|failed: Resource/i, "source.too_complex"],
  [/Decoder .* not found|Decoding requested, but no decoder|Unknown decoder/i, "source.unsupported_codec"],
  [/Invalid data found when processing input|could not find codec parameters|misdetection/i, "source.not_media"],
];

/** What a failed run of ffprobe or ffmpeg means, by what it wrote; `fallback` when it said nothing we know. */
export function failureOf(standardError: string, fallback: FailureCode): FailureCode {
  return PHRASES.find(([phrase]) => phrase.test(standardError))?.[1] ?? fallback;
}
