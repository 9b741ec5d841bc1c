import manifest from "@/package.json";
import { AUDIENCE_OPERATIONS } from "@/server/http/openapi/audience-operations";
import {
  type DocumentParts,
  type OpenApiDocument,
  openApiDocument,
  type PathTable,
} from "@/server/http/openapi/document";
import { UPLOAD_OPERATIONS } from "@/server/http/openapi/upload-operations";
import { DESCRIPTION_OPERATION } from "./operation";
import { ROUTES } from "./routes";

/** Every address of the API, whoever answers it. */
export const TABLE: PathTable = {
  ...ROUTES,
  ...UPLOAD_OPERATIONS,
  ...AUDIENCE_OPERATIONS,
  "/v1/openapi.json": { GET: { operation: DESCRIPTION_OPERATION } },
};

let made: DocumentParts | undefined;

/** The whole API as OpenAPI 3.1, as it is answered by the server at `origin`. Made once per process. */
export function apiDocument(origin: string): OpenApiDocument {
  made ??= openApiDocument(TABLE, manifest.version);
  const { openapi, info, ...rest } = made;
  const server = { url: origin, description: "This installation, in production.", "x-internal": false };
  return { openapi, info, servers: [server], ...rest };
}
