import { notFound } from "@/core/errors";

/**
 * Whether a storage key can be trusted as a relative path: no `..`, no hidden or empty segments at its root, no
 * backslashes or control characters, and short enough for every file system and for S3.
 */
export function isObjectKey(key: string): boolean {
  if (key.length === 0 || Buffer.byteLength(key) > 1024 || key.startsWith(".")) return false;
  return key.split("/").every(isSegment);
}

/** As `isObjectKey`, for a prefix: a key that ends with `/`. */
export function isPrefix(prefix: string): boolean {
  return prefix.endsWith("/") && isObjectKey(prefix.slice(0, -1));
}

/**
 * Refuses a key that no object can have; to the outside it looks like one that does not exist.
 * @throws resource.not_found
 */
export function requireObjectKey(key: string): void {
  if (!isObjectKey(key)) throw notFound("The object");
}

/** @throws resource.not_found */
export function requirePrefix(prefix: string): void {
  if (!isPrefix(prefix)) throw notFound("The folder");
}

function isSegment(segment: string): boolean {
  if (segment === "" || segment === "." || segment === ".." || Buffer.byteLength(segment) > 255) return false;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must be kept out
  return !/[\u0000-\u001f\u007f\\]/.test(segment);
}
