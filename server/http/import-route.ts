import type { z } from "zod";
import type { Actor } from "@/core/actor";
import { AppError, type Issue, notFound } from "@/core/errors";
import { type ValidationDetail, validationDetails } from "@/core/import/validation-detail";
import { ownerOfImportKey } from "../api-keys/authenticate-import-key";
import { answer } from "./answer";
import { type Described, described, type Operation } from "./openapi/operation";
import { MAX_JSON_BYTES, readJson } from "./read-body";
import { repliedOnce } from "./replied-once";
import { asAppError, json } from "./reply";
import { STATUS } from "./status";

interface ImportRouteDeclaration<P extends z.ZodType | undefined, B extends z.ZodType | undefined, R extends z.ZodType>
  extends Described {
  params?: P;
  body?: B;
  reply: R;
  handle: (
    ownerId: string,
    input: {
      params: P extends z.ZodType ? z.output<P> : undefined;
      body: B extends z.ZodType ? z.output<B> : undefined;
    },
  ) => Promise<z.input<R>>;
}

type NextHandler = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;

/** A body that the published 422 describes. */
class InvalidBody extends Error {
  override readonly name = "InvalidBody";

  constructor(readonly details: ValidationDetail[]) {
    super("the body is not valid");
  }
}

/**
 * Makes a Next route handler of the import API, which has a header, a spelling and an error shape of its own: whatever
 * goes wrong is told as `{ "detail": … }`.
 */
export function importRoute<
  R extends z.ZodType,
  P extends z.ZodType | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
>(route: ImportRouteDeclaration<P, B, R>): NextHandler & { operation: Operation } {
  type Input = Parameters<typeof route.handle>[1];
  const handler: NextHandler = (request, context) =>
    answer(request, async (headers) => {
      try {
        const ownerId = await ownerOfImportKey(request.headers.get("x-api-key"));
        if (!ownerId) throw new AppError("auth.unauthenticated", "Invalid, revoked, or missing API key");
        const params = (route.params && parseParams(route.params, await context.params)) as Input["params"];
        const sent = route.body && (await readSent(request));
        const actor: Actor = { userId: ownerId, method: "api_key", scopes: [] };
        const { status, body } = await repliedOnce({ request, actor, sent, refusal: detailOf }, headers, async () => {
          const input = { params, body: (route.body && parseBody(route.body, sent)) as Input["body"] };
          return { status: 200, body: route.reply.parse(await route.handle(ownerId, input)) };
        });
        return json(status, body, headers);
      } catch (thrown) {
        return detailReply(thrown, headers);
      }
    });
  const types = ["application/json"];
  const operation: Operation = {
    ...route,
    access: "import_key",
    detailErrors: true,
    idempotent: true,
    body: route.body && { types, schema: route.body, maxBytes: MAX_JSON_BYTES },
    success: [{ status: 200, types, schema: route.reply }],
  };
  return described(handler, operation);
}

/** Answers what the import API does not know: another path (404) or another method (405). */
export function importRefusal(status: 404 | 405, allow?: string): NextHandler {
  const detail = status === 404 ? "Not Found" : "Method Not Allowed";
  return (request) =>
    answer(request, async (headers) => {
      if (allow) headers.set("Allow", allow);
      return json(status, { detail }, headers);
    });
}

function parseParams(schema: z.ZodType, params: unknown): unknown {
  const parsed = schema.safeParse(params);
  if (!parsed.success) throw notFound("The job");
  return parsed.data;
}

function readSent(request: Request): Promise<unknown> {
  return readJson(request).catch((thrown) => {
    if (!(thrown instanceof AppError) || thrown.code !== "request.malformed") throw thrown;
    throw new InvalidBody([{ loc: ["body"], msg: "JSON decode error", type: "json_invalid" }]);
  });
}

function parseBody(schema: z.ZodType, sent: unknown): unknown {
  const parsed = schema.safeParse(sent);
  if (!parsed.success) throw new InvalidBody(validationDetails(parsed.error));
  return parsed.data;
}

function detailReply(thrown: unknown, headers: Headers): Response {
  if (thrown instanceof InvalidBody) return json(422, { detail: thrown.details }, headers);
  const error = asAppError(thrown);
  const status = STATUS[error.code];
  if (status === 503 || status === 507) headers.set("Retry-After", "5");
  return json(status, detailOf(error), headers);
}

/** What went wrong, as published: a list where it is the request's fault, else a sentence. */
function detailOf({ code, message, details }: AppError): { detail: string | ValidationDetail[] } {
  if (code !== "request.invalid") return { detail: message };
  const issues = (details?.issues ?? []) as Issue[];
  return { detail: issues.map((issue) => ({ loc: ["header", ...issue.path], msg: issue.message, type: issue.code })) };
}
