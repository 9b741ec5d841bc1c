const FAILURES = {
  "import.no_downloader": {
    retry: false,
    sentence:
      "The address leads to a web page, not to a file, and yt-dlp is not installed on this server. Give the address of the file itself, or ask the operator to install yt-dlp.",
  },
  "import.no_video_on_page": { retry: false, sentence: "No video could be found on this page." },
  "import.page_failed": { retry: true, sentence: "The video of this page could not be downloaded." },
  "import.many_videos": {
    retry: false,
    sentence: "The page holds several videos. Give the address of a single one.",
  },
  "import.page_is_live": {
    retry: false,
    sentence: "The page shows a live stream, which never ends. Link its manifest instead of importing it.",
  },
  "import.empty_file": { retry: false, sentence: "The address leads to an empty file." },
  "import.protected": { retry: false, sentence: "The video is copy-protected (DRM) and cannot be imported." },
  "import.bad_manifest": { retry: false, sentence: "The manifest cannot be read as HLS or DASH." },
  "import.not_a_manifest": {
    retry: false,
    sentence: "The address does not lead to an HLS or DASH manifest (.m3u8 or .mpd).",
  },
  "import.empty_manifest": { retry: false, sentence: "The manifest lists nothing that can be played." },
  "import.no_room": {
    retry: true,
    sentence: "There is no room left to store the file. The operator of this server has to make room.",
  },
  "import.deleted": { retry: false, sentence: "The item was deleted." },
  "import.failed": { retry: true, sentence: "The import failed for a reason on our side. Try again." },
} as const satisfies Record<string, { retry: boolean; sentence: string }>;

export type ImportFailureCode = keyof typeof FAILURES;

/** The end of an import without a result, with the reason for the creator and the detail for the log. */
export class ImportFailure extends Error {
  override readonly name = "ImportFailure";
  readonly retry: boolean;

  constructor(
    readonly code: ImportFailureCode,
    readonly sentence: string = FAILURES[code].sentence,
    /** What the tools said; for the log, never for the creator. */
    readonly detail = "",
  ) {
    super(detail ? `${code}: ${detail}` : code);
    this.retry = FAILURES[code].retry;
  }
}
