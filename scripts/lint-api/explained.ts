import type { Problem } from "./problem";
import { isSent, sentSchemas } from "./sent-schemas";

interface Exception {
  rule: string;
  /** Which of the rule's findings it covers; all of them where absent. */
  covers?: (found: Place) => boolean;
  because: string;
}

/** What a finding is about. */
interface Place {
  where: string;
  /** It lies in what callers send. */
  isSent: boolean;
  /** The operation in which it was found; none outside of the paths. */
  operation: Operation | undefined;
}

interface Operation {
  security?: unknown[];
  parameters?: unknown[];
  requestBody?: unknown;
  "x-rate-limit"?: string;
}

const inReply = ({ isSent }: Place) => !isSent;
const isHead = ({ where }: Place) => where.includes("/head/");
const isPublic = ({ operation }: Place) => operation?.security?.length === 0;

/** Every finding that stays, and why. An entry that covers nothing any more fails the check. */
const EXCEPTIONS: readonly Exception[] = [
  {
    rule: "spectral owasp:api4:2023-string-limit",
    covers: inReply,
    because: "Limits protect a server from what it is sent. Replies are made by this one, from what was checked.",
  },
  {
    rule: "spectral owasp:api4:2023-array-limit",
    covers: inReply,
    because: "As above: a reply is as long as its page, its window or its item.",
  },
  {
    rule: "spectral owasp:api4:2023-string-restricted",
    because:
      "Titles, descriptions and labels are people's words in any script; lengths are limited, and U+0000 is refused.",
  },
  {
    rule: "spectral owasp:api4:2023-rate-limit",
    covers: ({ operation }) => operation?.["x-rate-limit"] === undefined,
    because:
      "The published limits are for what is dear or open to guessing; the other operations take a key or a cache.",
  },
  {
    rule: "spectral owasp:api4:2023-rate-limit-responses-429",
    covers: ({ operation }) => operation?.["x-rate-limit"] === undefined,
    because: "As above: an operation without a limit never answers 429.",
  },
  {
    rule: "spectral owasp:api8:2023-define-cors-origin",
    covers: (found) => !isPublic(found) || !found.where.includes("/get/"),
    because: "What takes a key or changes something sends no such header, which is the strictest answer to a browser.",
  },
  {
    rule: "spectral owasp:api8:2023-define-error-validation",
    covers: ({ operation }) => !operation?.requestBody && !operation?.parameters?.some(isQuery),
    because: "An operation that reads neither body nor query has nothing to validate; an id that cannot be is a 404.",
  },
  {
    rule: "spectral owasp:api8:2023-define-error-responses-401",
    covers: (found) => isPublic(found) || isHead(found),
    because: "Who needs no key is not asked for one; and no answer to HEAD has a body.",
  },
  {
    rule: "spectral owasp:api8:2023-define-error-responses-500",
    covers: isHead,
    because: "As above: the status is described, and there is no body to describe.",
  },
  {
    rule: "redocly operation-4xx-response",
    covers: (found) => isPublic(found) && !found.operation?.parameters?.some(isQuery) && !found.operation?.requestBody,
    because: "One public document at one address: there is nothing in a request for it to refuse.",
  },
  {
    rule: "spectral owasp:api2:2023-read-restricted",
    covers: isPublic,
    because: "Channels on the air, their guides and this description are for everybody.",
  },
  {
    rule: "spectral owasp:api2:2023-write-restricted",
    covers: isPublic,
    because:
      "An account begins, a television asks for its code, and a player tells of a viewing before there is a key.",
  },
  {
    rule: "spectral contact-properties",
    because: "Whoever runs the installation is the contact, and has no address that we could know.",
  },
  {
    rule: "spectral license-url",
    because: "OpenAPI 3.1 names a licence by its SPDX identifier instead of an address.",
  },
  {
    rule: "spectral openapi-tags-alphabetical",
    because: "Chapters stand in the order in which they are read.",
  },
];

function isQuery(parameter: unknown): boolean {
  return (parameter as { in?: string }).in === "query";
}

/** What is left of the findings of both linters, and the exceptions that none of them needed. */
export function withoutExplained(found: readonly Problem[], document: object): Problem[] {
  const used = new Set<Exception>();
  const sent = sentSchemas(document);
  const left = found.filter((problem) => {
    const place = {
      where: problem.where,
      isSent: isSent(problem.path, sent),
      operation: operationAt(problem.path, document),
    };
    const exception = EXCEPTIONS.find(({ rule, covers }) => rule === problem.rule && (covers?.(place) ?? true));
    if (exception) used.add(exception);
    return !exception;
  });
  const stale = EXCEPTIONS.filter((exception) => !used.has(exception));
  return [
    ...left,
    ...stale.map(({ rule, because }) => ({
      rule,
      where: "explained.ts",
      path: [],
      message: `explains nothing: ${because}`,
    })),
  ];
}

function operationAt([paths, address, method]: readonly (string | number)[], document: object): Operation | undefined {
  if (paths !== "paths" || address === undefined || method === undefined) return undefined;
  return (document as { paths: Record<string, Record<string, Operation>> }).paths[address]?.[method];
}
