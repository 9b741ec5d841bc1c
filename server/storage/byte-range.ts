import type { ByteRange } from "./storage";

const SINGLE = /^bytes=\s*(\d*)-(\d*)\s*$/i;

/** A `Range` header that `byteRange` heeds, for another server that is to heed the same; undefined for any other. */
export function singleRange(header: string | undefined): string | undefined {
  const [, first = "", last = ""] = SINGLE.exec(header ?? "") ?? [];
  if (first === "" && last === "") return undefined;
  return first !== "" && last !== "" && Number(last) < Number(first) ? undefined : `bytes=${first}-${last}`;
}

/**
 * The part of an object that a `Range` header asks for (RFC 9110 §14). Null for the whole object: no header, another
 * unit, a malformed one or several ranges, which a server may ignore. `unsatisfiable` when no byte of it exists.
 */
export function byteRange(header: string | undefined, sizeBytes: number): ByteRange | null | "unsatisfiable" {
  const [, first = "", last = ""] = SINGLE.exec(header ?? "") ?? [];
  if (first === "" && last === "") return null;
  if (first === "") {
    const length = Number(last);
    if (length === 0 || sizeBytes === 0) return "unsatisfiable";
    return { start: Math.max(0, sizeBytes - length), end: sizeBytes - 1 };
  }
  const start = Number(first);
  const end = last === "" ? sizeBytes - 1 : Math.min(Number(last), sizeBytes - 1);
  if (last !== "" && Number(last) < start) return null;
  return start >= sizeBytes ? "unsatisfiable" : { start, end };
}
