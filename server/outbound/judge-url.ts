import { AppError } from "@/core/errors";
import { endpointOf, readUrl, refusalOf } from "@/core/net/judge-spelling";
import { env } from "../env";

/** Origins that the operator opened, as `parseAllowedHosts` reads them: those of imports unless another list is given. */
export type Opened = ReadonlySet<string>;

/**
 * The URL that a user's text spells, if we may go there as far as its spelling tells. Names are not looked up: that is
 * done, and judged again, when the connection is made.
 * @throws url.refused with a sentence for whoever wrote it
 */
export function judgeUrl(text: string, opened: Opened = env().IMPORT_ALLOW_HOSTS): URL {
  const url = readUrl(text.trim());
  if (typeof url === "string") throw refused(url);
  const refusal = isAllowed(url, opened) ? null : refusalOf(url);
  if (refusal) throw refused(refusal);
  return url;
}

/** Whether the operator opened this origin, wherever its name leads. */
export function isAllowed(url: URL, opened: Opened = env().IMPORT_ALLOW_HOSTS): boolean {
  return opened.has(endpointOf(url));
}

export function refused(sentence: string): AppError {
  return new AppError("url.refused", sentence);
}
