import { ImportFailure } from "@/core/import/import-failure";
import { checkedAddresses, type Resolve, systemResolve } from "./checked-addresses";
import { judgeUrl } from "./judge-url";

/** More servers than any honest manifest spreads over. */
const MAX_ORIGINS = 40;

/**
 * Judges every address of a list, by spelling and by what its name resolves to. Addresses of one origin are judged
 * together: only scheme, host and port count.
 * @returns the origins
 * @throws url.refused; FetchFailure `url.unknown_host`
 */
export async function judgeOrigins(urls: readonly string[], resolve: Resolve = systemResolve): Promise<string[]> {
  const origins = new Set<string>();
  for (const url of urls) origins.add(judgeUrl(url).origin);
  if (origins.size > MAX_ORIGINS) {
    throw new ImportFailure("import.bad_manifest", "The manifest spreads over too many servers.");
  }
  for (const origin of origins) await checkedAddresses(new URL(origin), resolve);
  return [...origins];
}
