import type { Report } from "./finding";
import { type PlaylistLine, quoted } from "./playlist-lines";

/** Attributes of a tag as they stand, quotation marks included. */
export type Attributes = ReadonlyMap<string, string>;

const PAIR = /([A-Z0-9-]+)=("[^"\r\n]*"|[^",\s]+)(,|$)/y;

/** Reads an attribute list (RFC 8216 §4.2): no white space, no name twice; reports what cannot be read. */
export function readAttributes(line: PlaylistLine, report: Report): Attributes {
  const attributes = new Map<string, string>();
  PAIR.lastIndex = 0;
  let ends = false;
  while (PAIR.lastIndex < line.value.length) {
    const at = PAIR.lastIndex;
    const [pair, name = "", value = "", separator] = PAIR.exec(line.value) ?? [];
    if (pair === undefined) {
      report("malformed-attributes", `line ${line.number}, ${line.name}: ${quoted(line.value.slice(at))}`);
      return attributes;
    }
    if (attributes.has(name)) report("malformed-attributes", `line ${line.number}, ${line.name}: ${name} stands twice`);
    attributes.set(name, value);
    ends = separator === ",";
  }
  if (ends) report("malformed-attributes", `line ${line.number}, ${line.name}: a comma ends the list`);
  return attributes;
}

/** What kinds of values there are, and how each must look (RFC 8216 §4.2, §4.3). */
const FORMS = {
  integer: /^\d{1,20}$/,
  decimal: /^\d+(\.\d+)?$/,
  quoted: /^"[^"]*"$/,
  hexadecimal: /^0[xX][0-9A-Fa-f]+$/,
  resolution: /^\d+x\d+$/,
  choice: /^[^",\s]+$/,
} as const;

export type Form = keyof typeof FORMS;

/** An attribute without its quotation marks; null when it is absent or (reported) of another form. */
export function attribute(
  attributes: Attributes,
  name: string,
  form: Form,
  line: PlaylistLine,
  report: Report,
): string | null {
  const value = attributes.get(name);
  if (value === undefined) return null;
  if (!FORMS[form].test(value)) {
    report("malformed-value", `line ${line.number}: ${name}=${value} is not of the form “${form}”`);
    return null;
  }
  return form === "quoted" ? value.slice(1, -1) : value;
}

/** The whole value of a tag as a number; null when (reported) it is none. */
export function numberOf(line: PlaylistLine, report: Report): number | null {
  if (FORMS.integer.test(line.value)) return Number(line.value);
  report("malformed-value", `line ${line.number}: ${line.name} is ${quoted(line.value)}`);
  return null;
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)$/;

/** An instant with its time zone (RFC 8216 §4.3.2.6), in milliseconds since the epoch; null when it is none. */
export function instantOf(text: string): number | null {
  const atMs = INSTANT.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(atMs) ? null : atMs;
}
