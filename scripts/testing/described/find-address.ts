export type Accepts = (address: string, params: Readonly<Record<string, string>>) => boolean;

/**
 * Finds which of the described addresses a path is: those without parameters before those with, longer ones first.
 * @param accepts whether an address takes these parameters; all do by default
 */
export function addressFinder(
  addresses: readonly string[],
  accepts: Accepts = () => true,
): (path: string) => string | undefined {
  const patterns = addresses.map((address) => ({ address, pattern: patternOf(address), open: openParts(address) }));
  patterns.sort((a, b) => a.open - b.open || b.address.length - a.address.length);
  return (path) =>
    patterns.find(({ address, pattern }) => {
      const found = pattern.exec(path);
      return found !== null && accepts(address, found.groups ?? {});
    })?.address;
}

function patternOf(address: string): RegExp {
  const literal = address.replace(/[.*+?^$()|[\]\\]/g, "\\$&");
  return new RegExp(`^${literal.replace(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`);
}

function openParts(address: string): number {
  return address.split("{").length - 1;
}
