/** Every IANA zone this browser knows, and the one it is set to. */
export function timeZones(): { own: string; all: string[] } {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
  return { own, all: [...new Set([own, "UTC", ...Intl.supportedValuesOf("timeZone")])].sort() };
}
