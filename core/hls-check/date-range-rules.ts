import { attribute, instantOf } from "./attribute-list";
import type { Report } from "./finding";
import type { DateRange, MediaList } from "./media-list";
import { spliceProblem } from "./splice-message";

const SPLICES = ["SCTE35-CMD", "SCTE35-OUT", "SCTE35-IN"];
/** Rounding of two times to the millisecond. */
const ROUNDING_MS = 2;

/** Date ranges and ad cues of one rendition, in every playlist and over time (RFC 8216 §4.3.2.7). */
export class DateRangeRules {
  private readonly known = new Map<string, Map<string, string>>();

  check(list: MediaList, report: Report): void {
    const dated = list.segments.some((segment) => segment.dateMs !== null);
    if (list.dateRanges.length > 0 && list.segments.length > 0 && !dated)
      report("date-range-without-dates", `line ${list.dateRanges[0]?.line.number}`);
    for (const range of list.dateRanges) {
      checkRange(range, report);
      this.checkSame(range, report);
    }
    checkCues(list, report);
  }

  /** A later tag may add attributes to a range, and change none. */
  private checkSame({ line, attributes }: DateRange, report: Report): void {
    const id = attributes.get("ID");
    if (id === undefined) return;
    const known = this.known.get(id) ?? new Map<string, string>();
    for (const [name, value] of attributes) {
      const was = known.get(name) ?? value;
      if (was !== value) report("date-range-changed", `line ${line.number}, ${id}: ${name} was ${was} and is ${value}`);
      known.set(name, was);
    }
    this.known.set(id, known);
  }
}

function checkRange({ line, attributes }: DateRange, report: Report): void {
  const read = (name: string, form: Parameters<typeof attribute>[2]) => attribute(attributes, name, form, line, report);
  const id = read("ID", "quoted");
  const where = `line ${line.number}, ${id ?? "no ID"}`;
  const instant = (name: string) => {
    const text = read(name, "quoted");
    const atMs = text === null ? null : instantOf(text);
    if (text !== null && atMs === null) report("malformed-value", `${where}: ${name} is “${text}”`);
    return atMs;
  };
  const [startMs, endMs] = [instant("START-DATE"), instant("END-DATE")];
  if (id === null || startMs === null) report("date-range-incomplete", where);
  const duration = read("DURATION", "decimal");
  read("PLANNED-DURATION", "decimal");
  if (startMs !== null && endMs !== null) {
    const lengthMs = endMs - startMs;
    if (lengthMs < 0) report("date-range-times", `${where}: ends ${-lengthMs} ms before it starts`);
    if (duration !== null && Math.abs(lengthMs - Number(duration) * 1000) > ROUNDING_MS)
      report("date-range-times", `${where}: DURATION is ${duration} s, from start to end are ${lengthMs} ms`);
  }
  if (attributes.get("END-ON-NEXT") === "YES" && (!attributes.has("CLASS") || endMs !== null || duration !== null))
    report("date-range-times", `${where}: END-ON-NEXT needs a CLASS and no end of its own`);
  for (const name of SPLICES) {
    const message = read(name, "hexadecimal");
    const problem = message === null ? null : spliceProblem(message);
    if (problem) report("scte35-malformed", `${where}, ${name}: ${problem}`);
  }
}

function checkCues(list: MediaList, report: Report): void {
  let last: string | null = null;
  for (const segment of list.segments) {
    for (const cue of segment.cues) {
      if (cue === last) report("cues-unpaired", `segment ${segment.mediaSequence}: a second ${cue} in a row`);
      last = cue;
    }
  }
}
