import { AUDIENCE_OPERATIONS } from "@/server/http/openapi/audience-operations";
import { operationsOf } from "@/server/http/openapi/document";
import { UPLOAD_OPERATIONS } from "@/server/http/openapi/upload-operations";
import { addressFinder } from "./find-address";
import { judgeReply, type Reply } from "./judge-reply";
import { describedBy } from "./of-operation";

const TABLE = { ...AUDIENCE_OPERATIONS, ...UPLOAD_OPERATIONS };
const operations = operationsOf(TABLE);
/** What is one of a few words in a path is no address where it is another word; ids may be of what is not there. */
const addressOf = addressFinder(Object.keys(TABLE), (address, params) =>
  operations
    .filter(({ path }) => path === address)
    .every(({ operation }) => {
      const issues = operation.params?.safeParse(params).error?.issues ?? [];
      return !issues.some((issue) => issue.code === "invalid_value");
    }),
);

/** A method that the address does not take. */
const ELSEWHERE = [404, 405];

/** Judges what the front server or the origin answered; null also for a path that they do not answer themselves. */
export function judgeOwnReply(path: string, reply: Reply): string | null {
  const address = addressOf(path);
  if (!address || reply.method === "OPTIONS") return null;
  const named = (method: string) => operations.find((each) => each.path === address && each.method === method);
  const found = named(reply.method) ?? (reply.method === "HEAD" ? named("GET") : undefined);
  if (!found) return ELSEWHERE.includes(reply.status) ? null : `${reply.method} ${path} answered ${reply.status}`;
  const wrong = judgeReply(describedBy(found.operation, found.method), reply);
  return wrong && `${found.operation.id} answered what its description does not say: ${wrong}`;
}
