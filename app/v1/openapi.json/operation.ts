import type { Operation } from "@/server/http/openapi/operation";

const ETAG = { ETag: { description: "Changes with the description; for `If-None-Match`." } };

/** The description describes itself too. */
export const DESCRIPTION_OPERATION: Operation = {
  id: "getApiDescription",
  tag: "Description",
  summary: "This description, as OpenAPI 3.1",
  access: "public",
  cors: true,
  requestHeaders: { "If-None-Match": { description: "The entity tag that you hold.", example: '"9f2c1d"' } },
  success: [
    { status: 200, types: ["application/json"], headers: ETAG },
    { status: 304, headers: ETAG },
  ],
};
