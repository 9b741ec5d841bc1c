import { addressFinder } from "./find-address";
import { type Described, inlined, judgeReply, type Reply } from "./judge-reply";

/** A description as it is on the wire. */
export interface ServedDocument {
  paths: Record<string, Record<string, ServedOperation>>;
  components: { schemas: Record<string, unknown>; [kind: string]: Record<string, unknown> };
}

interface ServedOperation {
  operationId: string;
  parameters?: { name?: string; in?: string; schema?: { enum?: string[] } }[];
  responses: Record<string, unknown>;
}

/** What no description can know of: another address (404) or method (405), and bytes that are no request. */
const ELSEWHERE = [400, 404, 405, 414, 431];

/**
 * Judges replies of the API by the document that the product serves: answers what is wrong with one, in a sentence, or
 * null. An address or a method that the document does not know may only be refused.
 */
export function documentJudge({ paths, components }: ServedDocument): (path: string, reply: Reply) => string | null {
  // What is one of a few words in a path is no address where it is another word.
  const addressOf = addressFinder(Object.keys(paths), (address, params) =>
    Object.values(paths[address] ?? {}).every(({ parameters = [] }) =>
      parameters.every(({ in: place, name = "", schema }) => {
        return place !== "path" || (schema?.enum?.includes(params[name] ?? "") ?? true);
      }),
    ),
  );
  const known = new Map<string, Described>();
  return (path, reply) => {
    if (reply.method === "OPTIONS") return null;
    const address = addressOf(path) ?? "";
    const methods = paths[address] ?? {};
    const operation = methods[reply.method.toLowerCase()] ?? (reply.method === "HEAD" ? methods.get : undefined);
    const name = `${reply.method} ${address || path}`;
    if (!operation) return ELSEWHERE.includes(reply.status) ? null : `${name} answered ${reply.status}`;
    const described = known.get(name) ?? {
      name,
      responses: inlined(operation.responses, components) as Described["responses"],
      schemas: components.schemas,
      validators: new Map(),
    };
    known.set(name, described);
    const wrong = judgeReply(described, reply);
    return wrong && `${name} (${operation.operationId}) answered ${wrong}`;
  };
}
