import { AppError } from "@/core/errors";
import { endpointOf, readUrl, refusalOf } from "@/core/net/judge-spelling";
import { env } from "../env";

/**
 * The URL that a user's text spells, if we may go there as far as its spelling tells. Names are not looked up: that is
 * done, and judged again, when the connection is made.
 * @throws url.refused with a sentence for whoever wrote it
 */
export function judgeUrl(text: string): URL {
  const url = readUrl(text.trim());
  if (typeof url === "string") throw refused(url);
  const refusal = isAllowed(url) ? null : refusalOf(url);
  if (refusal) throw refused(refusal);
  return url;
}

/** Whether the operator opened this origin, wherever its name leads. */
export function isAllowed(url: URL): boolean {
  return env().IMPORT_ALLOW_HOSTS.has(endpointOf(url));
}

export function refused(sentence: string): AppError {
  return new AppError("url.refused", sentence);
}
