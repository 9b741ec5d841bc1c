/** One caption: when it shows, what it says, and how WebVTT places it. Times are milliseconds into the item. */
export interface Cue {
  startMs: number;
  endMs: number;
  settings: string;
  text: string;
}

export class CaptionError extends Error {
  override readonly name = "CaptionError";
}

const TIME = String.raw`(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})`;
const TIMING = new RegExp(String.raw`^\s*${TIME}\s*-->\s*${TIME}(?:\s+(.*?))?\s*$`);
const SETTING = /^(?:vertical|line|position|size|align|region):[^\s:]+$/;

/**
 * The cues of a WebVTT or SubRip file, in order of time. Comments and styles are left out: players of televisions
 * ignore them at best.
 * @throws CaptionError with a sentence for the creator when the text holds no captions or a broken one
 */
export function parseCaptions(text: string): Cue[] {
  const isWebVtt = /^WEBVTT(?:[ \t].*)?$/m.test(text.split("\n", 1)[0]?.trimEnd() ?? "");
  const cues = blocksOf(text).flatMap((lines) => cueOf(lines, isWebVtt));
  if (cues.length === 0) throw new CaptionError("The file holds no captions. Send WebVTT (.vtt) or SubRip (.srt).");
  return cues.sort((a, b) => a.startMs - b.startMs || a.endMs - b.endMs);
}

/** Cues as a WebVTT file. */
export function webVtt(cues: readonly Cue[]): string {
  const blocks = cues.map(
    ({ startMs, endMs, settings, text }) =>
      `${timestamp(startMs)} --> ${timestamp(endMs)}${settings ? ` ${settings}` : ""}\n${text}\n`,
  );
  return ["WEBVTT\n", ...blocks].join("\n");
}

/** Paragraphs of a file: runs of lines between empty ones. */
function blocksOf(text: string): string[][] {
  return text
    .replace(/\r\n?/g, "\n")
    .split(/\n(?:[ \t]*\n)+/)
    .map((block) => block.split("\n").filter((line) => line.trim() !== ""));
}

function cueOf(lines: string[], isWebVtt: boolean): Cue[] {
  const at = lines.findIndex((line) => line.includes("-->"));
  if (at === -1) return [];
  const timing = lines[at] ?? "";
  const match = TIMING.exec(timing);
  if (!match) throw new CaptionError(`This is no time of a caption: “${timing.trim().slice(0, 80)}”.`);
  const startMs = milliseconds(match.slice(1, 5));
  const endMs = milliseconds(match.slice(5, 9));
  if (endMs <= startMs) throw new CaptionError(`The caption at ${timestamp(startMs)} ends before it begins.`);
  const text = lines
    .slice(at + 1)
    .join("\n")
    .replace(/-->/g, "→");
  if (text === "") return [];
  return [
    { startMs, endMs, settings: isWebVtt ? settingsOf(match[9]) : "", text: isWebVtt ? text : plainSubRip(text) },
  ];
}

function settingsOf(text = ""): string {
  return text
    .split(/\s+/)
    .filter((setting) => SETTING.test(setting) && !setting.startsWith("region:"))
    .join(" ");
}

/** SubRip knows bold, italics and underline as WebVTT does; its fonts, colours and `{\an8}` codes mean nothing there. */
function plainSubRip(text: string): string {
  return text
    .replace(/\{\\[^}]*\}/g, "")
    .replace(/<\/?font[^>]*>/gi, "")
    .replace(/&(?!(?:amp|lt|gt|nbsp|lrm|rlm|#\d+);)/g, "&amp;")
    .replace(/<(?!\/?[biu]>)/gi, "&lt;");
}

function milliseconds([hours = "0", minutes, seconds, fraction = ""]: (string | undefined)[]): number {
  return (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000 + Number(fraction.padEnd(3, "0"));
}

function timestamp(ms: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, "0");
  return `${two(ms / 3_600_000)}:${two((ms / 60_000) % 60)}:${two((ms / 1000) % 60)}.${String(ms % 1000).padStart(3, "0")}`;
}
