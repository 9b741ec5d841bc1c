import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import type { z } from "zod";
import type { Actor } from "@/core/actor";
import { type Access, requireAccess } from "./access";
import { answer } from "./answer";
import { authenticate } from "./authenticate";
import { type Described, described, type Operation } from "./openapi/operation";
import { parseParams, parseQuery } from "./read-input";
import { FILE_HEADERS } from "./reply";

type Output<T> = T extends z.ZodType ? z.output<T> : undefined;

interface FileRouteDeclaration<P extends z.ZodType | undefined, Q extends z.ZodType | undefined> extends Described {
  scope: Exclude<Access, "public">;
  params?: P;
  query?: Q;
  contentType: string;
  filename: string;
  /** The parts of the file. What it throws before the first part is answered as an error. */
  render: (
    actor: Actor,
    input: { params: Output<P>; query: Output<Q> },
  ) => Promise<AsyncIterable<string> | Iterable<string>>;
}

type NextHandler = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;

/** A route that answers with a file to save, sent part by part while it is made. */
export function fileRoute<P extends z.ZodType | undefined = undefined, Q extends z.ZodType | undefined = undefined>(
  route: FileRouteDeclaration<P, Q>,
): NextHandler & { operation: Operation } {
  const handler: NextHandler = (request, context) =>
    answer(request, async (headers) => {
      const actor = await authenticate(request);
      requireAccess(actor, route.scope, request);
      const params = (route.params && parseParams(route.params, await context.params)) as Output<P>;
      const query = (route.query && parseQuery(route.query, new URL(request.url).searchParams)) as Output<Q>;
      const parts = await route.render(actor, { params, query });
      headers.set("Content-Type", route.contentType);
      headers.set("Content-Disposition", `attachment; filename="${route.filename}"`);
      headers.set("Cache-Control", "no-store");
      const encoder = new TextEncoder();
      const bytes = Readable.from(parts).map((part: string) => encoder.encode(part));
      return new Response(Readable.toWeb(bytes) as ReadableStream as BodyInit, { headers });
    });
  const success = [{ status: 200, types: [route.contentType.split(";")[0] ?? ""], headers: FILE_HEADERS }];
  return described(handler, { ...route, access: route.scope, success });
}
