import { exampleFromSchema } from "@/core/openapi/example-from-schema";
import type { JsonSchema } from "./json-schema";

interface Media {
  schema?: JsonSchema;
  example?: unknown;
}

interface Described {
  requestBody?: { content: Record<string, Media> };
  responses: Record<string, { content?: Record<string, Media> }>;
}

/** Gives every JSON body, and every form, an example. Errors have theirs already. */
export function addExamples(
  paths: Record<string, Record<string, Record<string, unknown>>>,
  schemas: Record<string, JsonSchema>,
): void {
  for (const methods of Object.values(paths))
    for (const operation of Object.values(methods) as unknown as Described[]) {
      const answered = Object.entries(operation.responses).filter(([status]) => status.startsWith("2"));
      for (const { content = {} } of [operation.requestBody ?? {}, ...answered.map(([, response]) => response)])
        for (const [type, media] of Object.entries(content as Record<string, Media>))
          if (media.schema && /json|form/.test(type)) media.example = exampleFromSchema(media.schema, schemas);
    }
}
