import { createConfig, lintFromString, type RawUniversalConfig } from "@redocly/openapi-core";
import type { Problem } from "./problem";

/** All that Redocly recommends, its warnings too, and the rules that it leaves to taste. */
const RULES: RawUniversalConfig = {
  extends: ["recommended-strict"],
  rules: {
    "operation-description": "error",
    "no-duplicated-tag-names": "error",
    "operation-operationId": "error",
    "operation-singular-tag": "error",
    "tag-description": "error",
    "no-invalid-schema-examples": "error",
    "no-invalid-parameter-examples": "error",
    "response-contains-header": { severity: "error", names: { "2xx": ["X-Request-Id"], "4xx": ["X-Request-Id"] } },
  },
};

export async function redoclyProblems(document: string): Promise<Problem[]> {
  const config = await createConfig(RULES);
  const found = await lintFromString({ source: document, absoluteRef: "openapi.json", config });
  return found.map(({ ruleId, message, location }) => {
    const where = location[0]?.pointer ?? "#/";
    return { rule: `redocly ${ruleId}`, where, path: keysOf(where), message };
  });
}

/** The keys of a JSON pointer (RFC 6901). */
function keysOf(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
}
