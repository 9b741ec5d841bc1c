import { version } from "@/package.json";
import { type DocumentParts, type OpenApiDocument, openApiDocument } from "@/server/http/openapi/document";
import { ROUTES } from "./routes";

let made: DocumentParts | undefined;

/** The whole API as OpenAPI 3.1, as it is answered by the server at `origin`. Made once per process. */
export function apiDocument(origin: string): OpenApiDocument {
  made ??= openApiDocument(ROUTES, version);
  const { openapi, info, ...rest } = made;
  const server = { url: origin, description: "This installation, in production.", "x-internal": false };
  return { openapi, info, servers: [server], ...rest };
}
