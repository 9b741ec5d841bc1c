/** What is true of the whole API, for the first page of its description. */
export const INTRODUCTION = {
  summary: "Run your own TV channels by HTTP.",
  license: { name: "MIT", identifier: "MIT" },
  contact: { name: "Whoever runs this installation" },
  description: `
Everything that a person can do in the Studio, a program can do here.

**Bodies** are JSON in camelCase; times are ISO 8601 in UTC with milliseconds; ids are UUIDv7. Fields that are not described are refused with 422.

**Errors** all have one shape, \`{ "error": { "code", "message", "details"?, "requestId" } }\`. Codes are a closed list and never change; messages may. A resource of somebody else does not exist for you: 404, not 403.

**Lists** are pages: \`page\` from 1 and \`per_page\` up to 100 give \`{ items, total, page, perPage }\`.

**Repeating a POST** is safe with an \`Idempotency-Key\`. **Editing without losing an edit** of somebody else is safe with \`If-Match\` and the entity tag that you last saw.

**Limits** slide and are counted per account, or per address without one. Replies of limited operations carry \`RateLimit-*\`, refusals \`Retry-After\`.
`.trim(),
};
