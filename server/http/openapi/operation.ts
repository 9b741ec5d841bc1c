import { channel } from "node:diagnostics_channel";
import type { z } from "zod";
import type { ErrorCode } from "@/core/errors";
import type { Tag } from "@/core/openapi/tags";
import type { Access } from "../access";
import type { LimitName } from "../rate-limit";

/** What every declaration of a route says for its readers. */
export interface Described {
  /** Name of the operation in the description and in clients made from it: a verb and a noun, never changed. */
  id: string;
  tag: Tag;
  summary: string;
  /** What the summary leaves open, in Markdown. */
  description?: string;
  /** What can go wrong beyond what follows from the rest of the declaration. */
  errors?: readonly ErrorCode[];
}

/** Headers of a reply, by name: what they say, and whether every such reply carries them. */
export type ReplyHeaders = Record<string, { description: string; optional?: boolean; type?: "integer" | "string" }>;

export interface Success {
  status: number;
  description?: string;
  /** Media types of the body; none where there is no body. */
  types?: readonly string[];
  /** Schema of a JSON body. */
  schema?: z.ZodType;
  headers?: ReplyHeaders;
}

export interface RequestBody {
  types: readonly string[];
  /** Schema of a JSON body or of a form; absent where the body is a file. */
  schema?: z.ZodType;
  maxBytes: number;
}

/** One method of one path, however it is answered: all that the API description says about it. */
export interface Operation extends Described {
  access: Access | "import_key";
  limit?: LimitName;
  /** Scripts of any page may read the reply. */
  cors?: boolean;
  /** Headers that its refusals carry as well. */
  everyReply?: ReplyHeaders;
  params?: z.ZodType;
  query?: z.ZodType;
  /** Headers that the request takes, beyond those that all take. */
  requestHeaders?: Record<string, { description: string; required?: boolean; example?: string }>;
  body?: RequestBody;
  success: readonly Success[];
  /** The code with which a stale `If-Match` is refused. */
  precondition?: ErrorCode;
  /** Repeats of a POST with the same `Idempotency-Key` are answered as the first was. */
  idempotent?: boolean;
  /** Errors have the shape of the import API. */
  detailErrors?: boolean;
}

/** A handler that can be described. */
export interface DescribedHandler {
  operation: Operation;
}

/** A reply of a described handler, as {@link REPLIES} tells of it. */
export interface DescribedReply {
  operation: Operation;
  method: string;
  response: Response;
}

/** Tells of every reply of every described handler; the tests listen and compare it with the description. */
export const REPLIES = channel("lineup:reply");

const heard = new WeakSet<object>();

/** Whether {@link REPLIES} tells of what a handler answers. */
export function isHeard(handler: unknown): boolean {
  return typeof handler === "function" && heard.has(handler);
}

/** Puts a handler and what the description says about it together. */
export function described<C>(
  handler: (request: Request, context: C) => Promise<Response>,
  operation: Operation,
): ((request: Request, context: C) => Promise<Response>) & DescribedHandler {
  const told = async (request: Request, context: C) => {
    const response = await handler(request, context);
    if (REPLIES.hasSubscribers) {
      const reply: DescribedReply = { operation, method: request.method, response: response.clone() };
      REPLIES.publish(reply);
    }
    return response;
  };
  heard.add(told);
  return Object.assign(told, { operation });
}
