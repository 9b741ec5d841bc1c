import type { Report } from "./finding";

export interface PlaylistLine {
  /** Counted from 1. */
  number: number;
  kind: "tag" | "address";
  /** Name of a tag without its `#`; empty for an address. */
  name: string;
  /** What follows the tag's colon, or the address. */
  value: string;
}

const TAG = /^#(EXT[A-Z0-9-]*)(?::(.*))?$/;

/** The text of a playlist; reports bytes that are no UTF-8, and a byte order mark (RFC 8216 §4.1). */
export function playlistText(bytes: Uint8Array, report: Report): string {
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  if (marked) report("byte-order-mark", "the first bytes are EF BB BF");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    report("not-utf8", "the bytes do not decode");
    return new TextDecoder("utf-8").decode(bytes);
  }
}

/** The lines that mean something: tags and addresses. Comments and blank lines mean nothing (RFC 8216 §4.1). */
export function playlistLines(text: string, report: Report): PlaylistLine[] {
  const raw = text.split(/\r?\n/);
  if (raw[0] !== "#EXTM3U") report("no-header", `line 1 is ${quoted(raw[0] ?? "")}`);
  const lines: PlaylistLine[] = [];
  for (const [index, line] of raw.entries()) {
    const number = index + 1;
    if (line === "") continue;
    if (hasControl(line)) report("control-character", `line ${number}: ${quoted(line)}`);
    if (line !== line.trim()) report("stray-space", `line ${number}: ${quoted(line)}`);
    const clean = line.trim();
    const tag = TAG.exec(clean);
    if (tag) lines.push({ number, kind: "tag", name: tag[1] as string, value: tag[2] ?? "" });
    else if (clean !== "" && !clean.startsWith("#")) lines.push({ number, kind: "address", name: "", value: clean });
  }
  return lines;
}

function hasControl(line: string): boolean {
  for (let index = 0; index < line.length; index++) {
    const code = line.charCodeAt(index);
    if (code < 0x20 || (code >= 0x7f && code <= 0x9f)) return true;
  }
  return false;
}

/** A line as evidence: short enough to read. */
export function quoted(line: string): string {
  return JSON.stringify(line.length > 160 ? `${line.slice(0, 160)}…` : line);
}
