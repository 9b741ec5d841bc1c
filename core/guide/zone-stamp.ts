const HOUR_MS = 3_600_000;
/** Time zones change their offset on quarters of an hour. */
const STEP_MS = HOUR_MS / 4;

interface Zone {
  format: Intl.DateTimeFormat;
  /** Offset in minutes by quarter of an hour: asking `Intl` costs a hundred times as much. */
  offsets: Map<number, number>;
}

const zones = new Map<string, Zone>();
/** Twelve weeks of quarters: more than a guide spans. */
const MAX_OFFSETS = 8_064;

/** Minutes by which the clocks of a time zone are ahead of UTC at an instant. */
export function offsetMinutes(ms: number, timeZone: string): number {
  let zone = zones.get(timeZone);
  if (!zone) {
    const format = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" });
    zone = { format, offsets: new Map() };
    zones.set(timeZone, zone);
  }
  const step = Math.floor(ms / STEP_MS);
  let minutes = zone.offsets.get(step);
  if (minutes === undefined) {
    if (zone.offsets.size >= MAX_OFFSETS) zone.offsets.clear();
    minutes = readOffset(zone.format, step * STEP_MS);
    zone.offsets.set(step, minutes);
  }
  return minutes;
}

/** An instant as XMLTV writes it, in the time of a zone: `20261121201500 +0100`. Whole seconds. */
export function zoneStamp(ms: number, timeZone: string): string {
  const minutes = offsetMinutes(ms, timeZone);
  const local = new Date(ms + minutes * 60_000).toISOString();
  const size = Math.abs(minutes);
  const two = (value: number) => String(value).padStart(2, "0");
  const offset = `${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}${two(size % 60)}`;
  return `${local.slice(0, 19).replace(/[-:T]/g, "")} ${offset}`;
}

function readOffset(format: Intl.DateTimeFormat, ms: number): number {
  const name = format.formatToParts(ms).find((part) => part.type === "timeZoneName")?.value ?? "GMT";
  const [, sign, hours, minutes = "0"] = /^GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(name) ?? [];
  if (!sign) return 0;
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
