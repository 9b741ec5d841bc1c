import { closeSync, copyFileSync, openSync, readSync, statSync, truncateSync } from "node:fs";

const MAX_LOG_BYTES = 20 * 1024 * 1024;

/**
 * Keeps a log and one older part of it. The file is copied and cut, not moved, because the process that writes it keeps
 * it open (always to append, so it goes on at the new end); lines written in between may be lost.
 */
export function rotateLog(file: string, maxBytes = MAX_LOG_BYTES): void {
  if (sizeOf(file) < maxBytes) return;
  try {
    copyFileSync(file, `${file}.1`);
  } catch {
    // A full disk: the cut below is the cure.
  }
  truncateSync(file, 0);
}

export function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/** The line of a log, from byte `from` on, that most likely says why its process ended. */
export function lastWords(file: string, from: number): string {
  const lines = readTail(file, from)
    .split("\n")
    .map((line) => readable(line.trim()))
    .filter((line) => line !== "" && !/^Node\.js v/.test(line) && !/^\s*(at |\^|})/.test(line));
  const error = lines.findLast((line) => /\b(error|fatal|panic)\b|Error:/i.test(line));
  return (error ?? lines.at(-1) ?? "it wrote nothing to its log").slice(0, 400);
}

function readTail(file: string, from: number): string {
  const start = Math.max(from, sizeOf(file) - 16_384);
  const buffer = Buffer.alloc(Math.max(0, sizeOf(file) - start));
  const handle = openSync(file, "r");
  try {
    readSync(handle, buffer, 0, buffer.length, start);
  } finally {
    closeSync(handle);
  }
  return buffer.toString("utf8");
}

/** A structured line becomes its message; any other line stays. */
function readable(line: string): string {
  if (!line.startsWith("{")) return line;
  try {
    const entry: { msg?: string; err?: { message?: string } } = JSON.parse(line);
    return [entry.msg, entry.err?.message].filter(Boolean).join(": ");
  } catch {
    return line;
  }
}
