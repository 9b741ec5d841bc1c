import { z } from "zod";
import type { Actor } from "@/core/actor";
import { AppError, type ErrorCode } from "@/core/errors";
import { type Access, requireAccess } from "./access";
import { answer } from "./answer";
import { authenticate } from "./authenticate";
import { clientAddress } from "./client-address";
import { type Described, described, type Operation, type ReplyHeaders } from "./openapi/operation";
import { type LimitName, spendLimit } from "./rate-limit";
import { FIELDS, MAX_JSON_BYTES, readForm, readJson } from "./read-body";
import { parseBody, parseParams, parseQuery } from "./read-input";
import { repliedOnce } from "./replied-once";
import { json } from "./reply";

type ActorFor<A extends Access> = A extends "public" ? null : Actor;
type Output<T> = T extends z.ZodType ? z.output<T> : undefined;

/** A route of the public API, as data: the handlers, the checks and the API description are made from it. */
export interface RouteDeclaration<
  A extends Access,
  P extends z.ZodType | undefined,
  Q extends z.ZodType | undefined,
  B extends z.ZodType | undefined,
  R extends z.ZodType | null,
> extends Described {
  scope: A;
  params?: P;
  query?: Q;
  /** Schema of the JSON body. */
  body?: B;
  /** The body may also come as the fields of a form, as OAuth has it. */
  orFields?: boolean;
  /** Instead of JSON the body is a form that carries a file: how many bytes it may have. */
  formBytes?: number;
  /** Instead of JSON the body is a file that the handler reads as it comes in. */
  file?: { types: readonly string[]; maxBytes: number };
  /** Schema of the reply's body; null for 204. */
  reply: R;
  status?: number;
  /** Headers that the handler sets, for the description. */
  replyHeaders?: ReplyHeaders;
  /** The code with which the handler refuses a stale `If-Match`. */
  precondition?: ErrorCode;
  limit?: LimitName;
  /** Refusals that the limit does not count, such as "not yet" to somebody who was told to ask again. */
  notCounted?: readonly ErrorCode[];
  /** For a reply that holds a secret: what of it is kept for repeats of the request. */
  withoutSecret?: (reply: R extends z.ZodType ? z.output<R> : undefined) => unknown;
  /** Schema of what is kept then, for the description. */
  repeated?: z.ZodType;
  /** The reply may be read by scripts of any page: public routes only. */
  cors?: boolean;
  handle: (actor: ActorFor<A>, input: RouteInput<P, Q, B>) => Promise<R extends z.ZodType ? z.input<R> : void>;
}

/** What a handler is given, checked and parsed. */
export interface RouteInput<
  P extends z.ZodType | undefined,
  Q extends z.ZodType | undefined,
  B extends z.ZodType | undefined,
> {
  params: Output<P>;
  query: Output<Q>;
  body: Output<B>;
  request: Request;
  /** IP address of the caller. */
  address: string;
  /** The entity tag that the caller last saw, for edits that must not overwrite somebody else's. */
  ifMatch: string | null;
  /** Headers of the reply. */
  headers: Headers;
}

type NextHandler = (
  request: Request,
  context: { params: Promise<Record<string, string | string[]>> },
) => Promise<Response>;

/**
 * Makes a Next route handler from a declaration. Reads as the life of a request: authenticate, require scope,
 * spend rate limit, read input, handle, check reply, send.
 */
export function v1Route<
  A extends Access,
  R extends z.ZodType | null,
  P extends z.ZodType | undefined = undefined,
  Q extends z.ZodType | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
>(route: RouteDeclaration<A, P, Q, B, R>): NextHandler & { operation: Operation } {
  const handler: NextHandler = (request, context) =>
    answer(request, async (headers) => {
      if (route.cors) headers.set("Access-Control-Allow-Origin", "*");
      const actor = (route.scope === "public" ? null : await authenticate(request)) as ActorFor<A>;
      if (actor) requireAccess(actor, route.scope, request);
      const address = clientAddress(request);
      const verdict = route.limit && (await spendLimit(route.limit, actor?.userId ?? address, headers));

      const params = (route.params && parseParams(route.params, await context.params)) as Output<P>;
      const query = (route.query && parseQuery(route.query, new URL(request.url).searchParams)) as Output<Q>;
      const sent = route.formBytes
        ? await readForm(request, route.formBytes)
        : route.body && (await readJson(request, route.orFields));
      const ifMatch = request.headers.get("if-match");
      const post = { request, actor, sent, withoutSecret: route.withoutSecret };
      const { status, body } = await repliedOnce(post, headers, async () => {
        const input = { params, query, body: (route.body && parseBody(route.body, sent)) as Output<B> };
        const asked = route.handle(actor, { ...input, request, address, ifMatch, headers });
        const result = await asked.catch(async (thrown) => {
          if (thrown instanceof AppError && route.notCounted?.includes(thrown.code)) await verdict?.takeBack();
          throw thrown;
        });
        if (route.reply === null) return { status: route.status ?? 204, body: undefined };
        return { status: route.status ?? 200, body: route.reply.parse(result) };
      });
      return json(status, body, headers);
    });
  return described(handler, operationOf(route));
}

/** What the description of the API says about a route. */
function operationOf<A extends Access>(
  route: RouteDeclaration<A, z.ZodType | undefined, z.ZodType | undefined, z.ZodType | undefined, z.ZodType | null>,
): Operation {
  const { scope, body, formBytes, file, replyHeaders } = route;
  const reply = route.reply && route.repeated ? z.union([route.reply, route.repeated]) : route.reply;
  const types = formBytes ? ["multipart/form-data"] : ["application/json", ...(route.orFields ? [FIELDS] : [])];
  return {
    ...route,
    access: scope,
    idempotent: scope !== "public",
    body: file ?? (body && { types, schema: body, maxBytes: formBytes ?? MAX_JSON_BYTES }),
    success: [
      reply
        ? { status: route.status ?? 200, types: ["application/json"], schema: reply, headers: replyHeaders }
        : { status: route.status ?? 204, headers: replyHeaders },
    ],
  };
}
