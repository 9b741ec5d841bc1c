const COMPONENTS = "#/components/schemas/";

/** Names of the schemas that callers send, by themselves or within others. */
export function sentSchemas(document: object): ReadonlySet<string> {
  const { paths, components } = document as {
    paths: Record<string, Record<string, { parameters?: unknown; requestBody?: unknown }>>;
    components: { schemas: Record<string, unknown> };
  };
  const sent = new Set<string>();
  const follow = (value: unknown) => {
    for (const name of referencesIn(value)) {
      if (sent.has(name)) continue;
      sent.add(name);
      follow(components.schemas[name]);
    }
  };
  for (const methods of Object.values(paths))
    for (const { parameters, requestBody } of Object.values(methods)) follow([parameters, requestBody]);
  return sent;
}

/** Whether something at these keys is part of a request. */
export function isSent(keys: readonly (string | number)[], sent: ReadonlySet<string>): boolean {
  const [first, second, third] = keys;
  if (first === "components") return second === "parameters" || (second === "schemas" && sent.has(String(third)));
  return keys.includes("requestBody") || keys[3] === "parameters";
}

function referencesIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === "$ref" && typeof inner === "string" && inner.startsWith(COMPONENTS)
      ? [inner.slice(COMPONENTS.length)]
      : referencesIn(inner),
  );
}
