import {
  type DescribedOperation,
  type Description,
  type Parameter,
  type Reply,
  resolved,
  type Schema,
} from "./description";

/** One operation with nothing left to look up but its schemas. */
export interface Operation {
  id: string;
  /** Upper case. */
  method: string;
  path: string;
  tag: string;
  summary: string;
  description: string;
  parameters: Parameter[];
  body: { type: string; schema: Schema | undefined; example: unknown } | null;
  replies: { status: string; reply: Reply }[];
  /** Who may call: names of security schemes; none means everybody. */
  callers: string[];
  scope: string | null;
  limit: string | null;
}

export interface Chapter {
  name: string;
  description: string;
  operations: Operation[];
}

/** The operations of a description by chapter, in the order of its tags. */
export function chaptersOf(document: Description): Chapter[] {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => readOperation(path, method, operation, document)),
  );
  const named = document.tags.map(({ name, description = "" }) => ({ name, description }));
  return named
    .map((tag) => ({ ...tag, operations: operations.filter((operation) => operation.tag === tag.name) }))
    .filter((chapter) => chapter.operations.length > 0);
}

function readOperation(path: string, method: string, operation: DescribedOperation, document: Description): Operation {
  const { operationId: id, tags = [], summary, description = "", requestBody, security = [] } = operation;
  return {
    id,
    method: method.toUpperCase(),
    path,
    tag: tags[0] ?? "",
    summary,
    description,
    parameters: (operation.parameters ?? []).map((parameter) => resolved<Parameter>(parameter, document)),
    body: requestBody ? bodyOf(resolved(requestBody, document)) : null,
    replies: Object.entries(operation.responses).map(([status, reply]) => ({
      status,
      reply: resolved<Reply>(reply, document),
    })),
    callers: security.flatMap((way) => Object.keys(way)),
    scope: operation["x-required-scope"] ?? null,
    limit: operation["x-rate-limit"] ?? null,
  };
}

function bodyOf({ content }: NonNullable<DescribedOperation["requestBody"]>): Operation["body"] {
  const [type, media] = Object.entries(content)[0] ?? [];
  if (type === undefined || media === undefined) return null;
  return { type, schema: media.schema, example: media.example ?? Object.values(media.examples ?? {})[0]?.value };
}

/** Chapters with only the operations whose words hold every word of the query. */
export function searchChapters(chapters: readonly Chapter[], query: string): Chapter[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...chapters];
  const holds = ({ id, method, path, summary, tag }: Operation) => {
    const text = `${id} ${method} ${path} ${summary} ${tag}`.toLowerCase();
    return words.every((word) => text.includes(word));
  };
  return chapters
    .map((chapter) => ({ ...chapter, operations: chapter.operations.filter(holds) }))
    .filter((chapter) => chapter.operations.length > 0);
}
