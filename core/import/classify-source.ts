/** What an address that should bring a video turned out to lead to. */
export type SourceClass = "media" | "page" | "manifest" | { wrong: string };

const MANIFEST_TYPES = /^(application|audio)\/(vnd\.apple\.mpegurl|x-mpegurl|mpegurl|dash\+xml)$/;
const WRONG_TYPES: readonly [RegExp, string][] = [
  [/^image\//, "a picture"],
  [/^font\//, "a font"],
  [/^application\/pdf$/, "a PDF document"],
  [/^application\/(x-)?(zip|gzip|tar|7z-compressed|rar|vnd\.rar)(-compressed)?$/, "an archive"],
  [/^application\/([\w.-]+\+)?json$|^text\/(css|csv|javascript|markdown)$|^application\/(x-)?javascript$/, "text"],
  [/^(application|text)\/([\w.-]+\+)?xml$/, "an XML document"],
];
const WRONG_STARTS: readonly [string, string][] = [
  ["\x89PNG", "a picture"],
  ["\xff\xd8\xff", "a picture"],
  ["GIF8", "a picture"],
  ["%PDF-", "a PDF document"],
  ["PK\x03\x04", "an archive"],
  ["\x1f\x8b", "an archive"],
  ["7z\xbc\xaf", "an archive"],
  ["Rar!", "an archive"],
];

/**
 * Judges by the type that the server tells and by the first bytes. What claims nothing, or `octet-stream`, and looks
 * like nothing we know is taken for a file of pictures and sound: ffprobe has the last word on it.
 */
export function classifySource(contentType: string | undefined, firstBytes: Uint8Array): SourceClass {
  const type = (contentType ?? "").split(";")[0]!.trim().toLowerCase();
  const start = latin1(firstBytes.subarray(0, 1024)).replace(/^\xef\xbb\xbf/, "");
  const text = start.trimStart();
  if (
    MANIFEST_TYPES.test(type) ||
    text.startsWith("#EXTM3U") ||
    /^(<\?xml[^>]*>\s*(<!--.*?-->\s*)*)?<MPD[\s>]/s.test(text)
  )
    return "manifest";
  if (type === "text/html" || type === "application/xhtml+xml") return "page";
  if (/^(<!--.*?-->\s*)*<(!doctype html|html|head|body|script)[\s>]/is.test(text)) return "page";
  const wrong = [
    WRONG_TYPES.find(([pattern]) => pattern.test(type))?.[1],
    WRONG_STARTS.find(([first]) => start.startsWith(first))?.[1],
    type === "text/plain" && isText(start) ? "text" : undefined,
  ].find((what) => what !== undefined);
  if (!wrong) return "media";
  return { wrong: `The address leads to ${wrong}${type ? ` (${type})` : ""}, not to a video.` };
}

function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}

function isText(start: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what text does not have
  return start.length > 0 && !/[\x00-\x08\x0e-\x1f]/.test(start);
}
