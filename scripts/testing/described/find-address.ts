/** Finds which of the described addresses a path is: those without parameters before those with, longer ones first. */
export function addressFinder(addresses: readonly string[]): (path: string) => string | undefined {
  const patterns = addresses.map((address) => ({ address, pattern: patternOf(address), open: openParts(address) }));
  patterns.sort((a, b) => a.open - b.open || b.address.length - a.address.length);
  return (path) => patterns.find(({ pattern }) => pattern.test(path))?.address;
}

function patternOf(address: string): RegExp {
  const literal = address.replace(/[.*+?^$()|[\]\\]/g, "\\$&");
  return new RegExp(`^${literal.replace(/\{\w+\}/g, "[^/]+")}$`);
}

function openParts(address: string): number {
  return address.split("{").length - 1;
}
