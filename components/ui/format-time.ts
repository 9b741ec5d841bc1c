type When = string | number | Date;

const kept = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs far more than using one, and tables use hundreds. */
function formatter({ timeZone = accountZone(), ...options }: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([timeZone, options]);
  let found = kept.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(undefined, { ...options, timeZone });
    kept.set(key, found);
  }
  return found;
}

/** The time zone that the account has chosen, which the page carries; undefined for the browser's own. */
export function accountZone(): string | undefined {
  return typeof document === "undefined" ? undefined : document.documentElement.dataset.zone;
}

/** The time zone in which the page tells times: the account's, else the browser's. In the browser only. */
export function shownZone(): string {
  return accountZone() ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** As the account has chosen, which the page carries; else as the browser's language does. */
function hours(): Pick<Intl.DateTimeFormatOptions, "hour" | "minute" | "hourCycle"> {
  const chosen = typeof document === "undefined" ? undefined : document.documentElement.dataset.clock;
  const hourCycle = chosen === "h12" || chosen === "h23" ? chosen : undefined;
  return { hour: "2-digit", minute: "2-digit", hourCycle };
}

/** 20:15, or 8:15 PM where the browser's language says so. */
export function formatTime(when: When, timeZone?: string): string {
  return formatter({ ...hours(), timeZone }).format(new Date(when));
}

/** 20:15:04 */
export function formatClock(when: When, timeZone?: string): string {
  return formatter({ ...hours(), second: "2-digit", timeZone }).format(new Date(when));
}

/** Sat, 21 Nov */
export function formatDay(when: When, timeZone?: string): string {
  return formatter({ weekday: "short", day: "numeric", month: "short", timeZone }).format(new Date(when));
}

/** 21 Nov 2026 */
export function formatDate(when: When, timeZone?: string): string {
  return formatter({ day: "numeric", month: "short", year: "numeric", timeZone }).format(new Date(when));
}

/** Sat, 21 Nov, 20:15 */
export function formatDayTime(when: When, timeZone?: string): string {
  return formatter({
    weekday: "short",
    day: "numeric",
    month: "short",
    ...hours(),
    timeZone,
  }).format(new Date(when));
}

/** CET, GMT+9: the short name of a time zone at an instant. */
export function zoneName(timeZone: string | undefined, when: When): string {
  const parts = formatter({ timeZone, timeZoneName: "short", hour: "numeric" }).formatToParts(new Date(when));
  return parts.find((part) => part.type === "timeZoneName")?.value ?? "";
}

/** 0:42, 12:05 or 1:02:03. Rounded to the second. */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const two = (value: number) => String(value).padStart(2, "0");
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}
