import { SCOPES } from "@/core/api-keys/scopes";
import type { Operation } from "./operation";

export const SECURITY_SCHEMES = {
  bearer: {
    type: "http",
    scheme: "bearer",
    bearerFormat: "vk_live_…",
    description: `A creator's API key, made in the Studio under Account → API keys, as \`Authorization: Bearer vk_live_…\`. A key holds scopes: ${SCOPES.map((scope) => `\`${scope}\``).join(", ")}. Each operation says which one it takes, also as \`x-required-scope\`.`,
  },
  session: {
    type: "apiKey",
    in: "cookie",
    name: "next-auth.session-token",
    description:
      "The session of the Studio in a browser. Requests that change something must come from a page of this server: their `Origin` is checked.",
  },
  television: {
    type: "http",
    scheme: "bearer",
    bearerFormat: "opaque",
    description:
      "The access token of a television that was linked to an account. It may what a session may, but for the account itself.",
  },
  importKey: {
    type: "apiKey",
    in: "header",
    name: "X-API-Key",
    description: "A key of kind `import`, `vid_` and 32 hexadecimal digits, for `/api/v1/import` only.",
  },
} as const;

/** Who may call, as OpenAPI says it: any one of the alternatives is enough. */
export function securityOf(access: Operation["access"]): Record<string, string[]>[] {
  switch (access) {
    case "public":
      return [];
    case "import_key":
      return [{ importKey: [] }];
    case "session":
      return [{ session: [] }, { television: [] }];
    default:
      return [{ bearer: [] }, { session: [] }, { television: [] }];
  }
}

/** The errors of the import API, as published. */
export const IMPORT_ERRORS = {
  ImportError: {
    type: "object",
    description: "What went wrong, in a sentence.",
    properties: { detail: { type: "string", maxLength: 2000 } },
    required: ["detail"],
    additionalProperties: false,
    example: { detail: "Invalid, revoked, or missing API key" },
  },
  ImportValidationError: {
    type: "object",
    description: "What is wrong with the body, field by field.",
    properties: {
      detail: {
        type: "array",
        maxItems: 10_000,
        items: {
          type: "object",
          properties: {
            loc: {
              type: "array",
              maxItems: 20,
              description: "Where: names of fields and positions in lists, from `body` on.",
              items: {
                anyOf: [
                  { type: "string", maxLength: 200 },
                  { type: "integer", format: "int32", minimum: 0, maximum: 1_000_000 },
                ],
              },
            },
            msg: { type: "string", maxLength: 2000 },
            type: { type: "string", maxLength: 100 },
          },
          required: ["loc", "msg", "type"],
          additionalProperties: false,
        },
      },
    },
    required: ["detail"],
    additionalProperties: false,
    example: {
      detail: [
        {
          loc: ["body", "assets", 0],
          msg: "Either 'url' or 'external_url' must be provided",
          type: "value_error",
        },
      ],
    },
  },
};
