/**
 * Whether an `If-Match` header names an entity tag (RFC 9110 §13.1.1), given with its quotes. Those of the header may be
 * missing.
 */
export function matchesEtag(ifMatch: string, etag: string): boolean {
  const wanted = ifMatch.split(",").map((tag) => tag.trim());
  return wanted.includes("*") || wanted.includes(etag) || wanted.includes(etag.slice(1, -1));
}
