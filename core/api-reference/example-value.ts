import { type Description, resolved, type Schema } from "./description";

const DEPTH = 6;
const ID = "01936f4e-7d2a-7c31-9b5e-0a4f6c2d8e10";
const BY_FORMAT: Record<string, string> = {
  uuid: ID,
  "date-time": "2026-12-24T20:00:00.000Z",
  date: "2026-12-24",
  uri: "https://example.com/film.mp4",
  email: "ada@example.com",
};

/**
 * A value that fits a schema, for a form to begin with: examples and defaults where there are some, and of objects
 * what is required.
 */
export function exampleValue(schema: Schema, document: Pick<Description, "components">, depth = 0): unknown {
  const whole = resolved<Schema>(schema, document);
  const given = whole.example ?? whole.examples?.[0] ?? whole.const ?? whole.default ?? whole.enum?.[0];
  if (given !== undefined) return given;
  const one = whole.anyOf?.[0] ?? whole.oneOf?.[0] ?? whole.allOf?.[0];
  if (one) return depth > DEPTH ? null : exampleValue(one, document, depth + 1);
  switch (Array.isArray(whole.type) ? whole.type[0] : whole.type) {
    case "string":
      return BY_FORMAT[whole.format ?? ""] ?? "text";
    case "integer":
    case "number":
      return Math.max(1, whole.minimum ?? 1);
    case "boolean":
      return true;
    case "array":
      return whole.items && (whole.minItems ?? 0) > 0 && depth <= DEPTH
        ? [exampleValue(whole.items, document, depth + 1)]
        : [];
    case "object":
      return depth > DEPTH ? {} : exampleObject(whole, document, depth);
    default:
      return null;
  }
}

function exampleObject(
  { properties = {}, required = [] }: Schema,
  document: Pick<Description, "components">,
  depth: number,
) {
  const entries = Object.entries(properties).filter(([name]) => required.includes(name));
  return Object.fromEntries(entries.map(([name, schema]) => [name, exampleValue(schema, document, depth + 1)]));
}
