import { createClient } from "@hey-api/openapi-ts";

interface Described {
  paths: Record<string, Record<string, { security?: Record<string, unknown>[] }>>;
}

/** Where a client calls unless it is told; `npm start` listens there. */
export const DEFAULT_ORIGIN = "http://localhost:3000";

/**
 * Writes a TypeScript client for an OpenAPI document into a folder, which is emptied first: one typed function per
 * operation, types of every reply and error, and a small client over `fetch`. The result imports nothing else.
 */
export async function makeClient(document: Described, folder: string): Promise<void> {
  await createClient({
    input: withoutCookies(document) as never,
    output: {
      path: folder,
      clean: true,
      // As Node and browsers resolve modules, once it is compiled.
      module: { extension: ".js" },
      tsConfigPath: null,
      postProcess: [],
    },
    plugins: [{ name: "@hey-api/typescript" }, { name: "@hey-api/sdk" }, { name: "@hey-api/client-fetch" }],
    logs: { level: "silent", file: false },
  });
}

/** Browsers send the session's cookie by themselves, and let no script set it: to a client it is no way to sign in. */
function withoutCookies(document: Described): Described {
  const copy = structuredClone(document);
  for (const methods of Object.values(copy.paths))
    for (const operation of Object.values(methods))
      operation.security = operation.security?.filter((way) => !("session" in way));
  return copy;
}
