/** First match wins: the special ones stand before those that they pretend to be. */
const PROGRAMS: readonly [RegExp, string][] = [
  [/\bEdgA?\/|\bEdgiOS\//, "Edge"],
  [/\bOPR\/|\bOpera\b/, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\bVivaldi\//, "Vivaldi"],
  [/\bFirefox\/|\bFxiOS\//, "Firefox"],
  [/\bHeadlessChrome\/|\bChrome\/|\bCriOS\//, "Chrome"],
  [/\bVersion\/[\d.]+.*\bSafari\//, "Safari"],
];
const SYSTEMS: readonly [RegExp, string][] = [
  [/\bTizen\b/, "a Samsung TV"],
  [/\bWeb0S\b|\bwebOS\b/, "an LG TV"],
  [/\bAFT[A-Z]/, "a Fire TV"],
  [/\bAndroid TV\b|\bGoogle TV\b|\bBRAVIA\b/, "an Android TV"],
  [/\biPhone\b/, "an iPhone"],
  [/\biPad\b/, "an iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows\b/, "Windows"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bMacintosh\b|\bMac OS X\b/, "macOS"],
  [/\bLinux\b/, "Linux"],
];

/** What a person calls the thing behind a `User-Agent`: "Firefox on Linux". */
export function deviceWords(userAgent: string): string {
  const program = PROGRAMS.find(([pattern]) => pattern.test(userAgent))?.[1];
  const system = SYSTEMS.find(([pattern]) => pattern.test(userAgent))?.[1];
  if (!program && !system) return "Unknown device";
  return system ? `${program ?? "A browser"} on ${system}` : (program ?? "A browser");
}
