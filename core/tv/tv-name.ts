const NAMES: readonly [RegExp, string][] = [
  [/\bTizen\b/, "Samsung TV"],
  [/\bWeb0S\b|\bwebOS\b/, "LG TV"],
  [/\bAFT[A-Z]/, "Fire TV"],
  [/\bBRAVIA\b/, "Sony TV"],
  [/\bAndroid TV\b|\bGoogle TV\b/, "Android TV"],
  [/\bHbbTV\b/, "HbbTV television"],
];

/** What a television calls itself when it signs in; its owner reads it before approving. */
export function tvName(userAgent: string): string {
  return NAMES.find(([pattern]) => pattern.test(userAgent))?.[1] ?? "TV";
}
