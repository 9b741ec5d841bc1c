import { type Description, nameOfRef, resolved, type Schema } from "./description";

/** A field of an object as a reader sees it. */
export interface Field {
  name: string;
  type: string;
  required: boolean;
  description: string;
  /** "1 to 200 characters", "default 20": what the type leaves open. */
  limits: string;
  /** Fields of what it holds, if that is an object or a list of them. */
  fields: () => Field[];
}

/** The fields of a schema, of its alternatives together, or of the objects in its list. */
export function fieldsOf(schema: Schema, document: Pick<Description, "components">): Field[] {
  const whole = resolved<Schema>(schema, document);
  const several = whole.anyOf ?? whole.oneOf ?? whole.allOf;
  if (several) return mergedFields(several.map((each) => fieldsOf(each, document)));
  if (whole.items) return fieldsOf(whole.items, document);
  return Object.entries(whole.properties ?? {}).map(([name, property]) => ({
    name,
    type: typeText(property, document),
    required: whole.required?.includes(name) ?? false,
    description: property.description ?? resolved<Schema>(property, document).description ?? "",
    limits: limitsText(resolved<Schema>(property, document)),
    fields: () => fieldsOf(property, document),
  }));
}

/** A field that not every alternative has is not required. */
function mergedFields(lists: Field[][]): Field[] {
  const merged = new Map<string, Field>();
  for (const field of lists.flat()) {
    const same = merged.get(field.name);
    const everywhere = lists.every((list) => list.some(({ name, required }) => name === field.name && required));
    const type = same && same.type !== field.type ? `${same.type} or ${field.type}` : field.type;
    merged.set(field.name, { ...field, type, required: everywhere });
  }
  return [...merged.values()];
}

/** "list of Block", "integer or null", "one of shuffle, sequential". */
export function typeText(schema: Schema, document: Pick<Description, "components">): string {
  if (schema.$ref) {
    const target = resolved<Schema>(schema, document);
    return target.enum || (target.type !== "object" && !target.anyOf && !target.oneOf)
      ? typeText(target, document)
      : nameOfRef(schema.$ref);
  }
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  const several = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (several) return [...new Set(several.map((each) => typeText(each, document)))].join(" or ");
  if (schema.type === "array") return `list of ${typeText(schema.items ?? {}, document)}`;
  const types = Array.isArray(schema.type) ? schema.type : [schema.type ?? "any"];
  return types.map((type) => (type === "string" && schema.format ? schema.format : type)).join(" or ");
}

/** What a value is held to beyond its type. */
export function limitsText(schema: Schema): string {
  const parts = [
    rangeText(schema.minLength || undefined, schema.maxLength, "characters"),
    rangeText(schema.minimum, schema.maximum, ""),
    rangeText(schema.minItems || undefined, schema.maxItems, "entries"),
    schema.default === undefined ? "" : `default ${JSON.stringify(schema.default)}`,
  ];
  return parts.filter(Boolean).join(", ");
}

/** The largest numbers that a format can hold say nothing. */
const ENDLESS = 2 ** 31 - 1;

function rangeText(least: number | undefined, most: number | undefined, unit: string): string {
  const low = least !== undefined && least > -ENDLESS ? least : undefined;
  const high = most !== undefined && most < ENDLESS ? most : undefined;
  if (low === undefined && high === undefined) return "";
  const range = low === undefined ? `at most ${high}` : high === undefined ? `at least ${low}` : `${low} to ${high}`;
  return unit ? `${range} ${unit}` : range;
}
