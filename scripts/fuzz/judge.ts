import type { Sent } from "./concrete";
import type { FuzzOperation } from "./operations";
import type { Received } from "./send";

export const SLOW_MS = 2000;
/** Larger bodies may be cut off while they are sent. */
const MAY_CUT_BYTES = 1024 * 1024;
/** What no reply may show: frames of a stack, folders of the server, words of the libraries beneath. */
const STACK =
  /\n\s+at .+[:(]\d+|node_modules|webpack-internal|PrismaClient|\bprisma\.|ECONNREFUSED|[A-Z]\w*Error: .+\n/;

/** Answers of every address, whatever its description says: the address or the method is another. */
const ELSEWHERE = [404, 405];
/** Bytes that are no request at all. */
const UNREADABLE = [400, 414, 431];

/**
 * What is wrong with a reply, as sentences; none is good.
 * @param answering the operation of the same path that has the method that was sent, if there is one
 */
export function judge(
  sent: Sent,
  { status, headers, body, elapsedMs }: Received,
  answering: FuzzOperation | undefined,
  operation: FuzzOperation,
): string[] {
  if (status === 0)
    return (sent.body?.byteLength ?? 0) > MAY_CUT_BYTES ? [] : ["the connection ended without an answer"];
  const wrong: string[] = [];
  if (status >= 500 && !isForeseen(status, answering)) wrong.push(`answered ${status}`);
  if (elapsedMs > SLOW_MS) wrong.push(`took ${Math.round(elapsedMs)} ms`);
  if (STACK.test(body)) wrong.push("the reply shows the inside of the server");
  if (headers["x-request-id"] === undefined) wrong.push("the reply has no X-Request-Id");
  const readsBody = sent.method !== "HEAD" && sent.method !== "OPTIONS";
  const error = status >= 300 && status !== 304 && readsBody ? errorOf(body, operation.detailErrors) : undefined;
  if (error === null) wrong.push(`an error ${status} without the envelope`);
  if (sent.method === "OPTIONS") return wrong;
  const reply = answering?.replies[String(status)];
  const isElsewhere = !answering || changedAddress(sent, operation);
  const mayBeUndocumented = isElsewhere ? [...ELSEWHERE, ...UNREADABLE] : UNREADABLE;
  if (reply && !isElsewhere) {
    if (readsBody) wrong.push(...asDescribed(reply, headers, error));
  } else if (!reply && !mayBeUndocumented.includes(status) && status < 500) {
    wrong.push(`${status}${error ? ` ${error}` : ""} is not in the description`);
  }
  return wrong;
}

/** Not Implemented, where the description says so: oEmbed asks for it where a format is not spoken. No failure of the server. */
function isForeseen(status: number, answering: FuzzOperation | undefined): boolean {
  return status === 501 && answering?.replies["501"] !== undefined;
}

/** The code of an error in the envelope, "detail" for the shape of the import API; null where it is neither. */
function errorOf(body: string, detailErrors: boolean): string | null {
  try {
    const { error, detail } = JSON.parse(body);
    if (detailErrors) return typeof detail === "string" || Array.isArray(detail) ? "detail" : null;
    const whole = [error?.code, error?.message, error?.requestId].every(
      (text) => typeof text === "string" && text !== "",
    );
    return whole ? error.code : null;
  } catch {
    return null;
  }
}

function asDescribed(
  reply: FuzzOperation["replies"][string],
  headers: Received["headers"],
  error: string | null | undefined,
): string[] {
  const wrong: string[] = [];
  const type = String(headers["content-type"] ?? "").split(";")[0] ?? "";
  if (reply.types.length > 0 && !reply.types.includes(type)) wrong.push(`the media type “${type}” is not described`);
  for (const name of reply.requiredHeaders)
    if (headers[name.toLowerCase()] === undefined) wrong.push(`the header ${name} is missing`);
  if (error && error !== "detail" && reply.codes && !reply.codes.includes(error))
    wrong.push(`the code ${error} is not described`);
  return wrong;
}

/** Whether what stands in the path leads elsewhere than to the operation that it was made for. */
function changedAddress({ path }: Sent, operation: FuzzOperation): boolean {
  const oneOf = (name: string) => {
    const values = operation.parameters.find((each) => each.in === "path" && each.name === name)?.schema.enum;
    return values ? `(${values.join("|")})` : "[\\w-]+";
  };
  const literal = operation.path.replace(/[.*+?^$()|[\]\\]/g, "\\$&");
  const pattern = literal.replace(/\{(\w+)\}/g, (_, name: string) => oneOf(name));
  return !new RegExp(`^${pattern}$`).test(path.split("?")[0] ?? "");
}
