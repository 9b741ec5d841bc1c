import type { z } from "zod";
import type { Actor } from "@/core/actor";
import { type Access, requireAccess } from "./access";
import { answer } from "./answer";
import { authenticate } from "./authenticate";
import { type Described, described, type Operation } from "./openapi/operation";
import { parseParams, parseQuery } from "./read-input";

type Output<T> = T extends z.ZodType ? z.output<T> : undefined;

interface PlaylistRouteDeclaration<P extends z.ZodType, Q extends z.ZodType | undefined> extends Described {
  scope: Exclude<Access, "public">;
  params: P;
  query?: Q;
  contentType: string;
  render: (actor: Actor, input: { params: z.output<P>; query: Output<Q> }) => Promise<string>;
}

type NextHandler = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;

/** A route that answers an owner's player with a playlist or a manifest, which nobody else may keep. */
export function playlistRoute<P extends z.ZodType, Q extends z.ZodType | undefined = undefined>(
  route: PlaylistRouteDeclaration<P, Q>,
): NextHandler & { operation: Operation } {
  const handler: NextHandler = (request, context) =>
    answer(request, async (headers) => {
      const actor = await authenticate(request);
      requireAccess(actor, route.scope, request);
      const params = parseParams(route.params, await context.params) as z.output<P>;
      const query = (route.query && parseQuery(route.query, new URL(request.url).searchParams)) as Output<Q>;
      const text = await route.render(actor, { params, query });
      headers.set("Content-Type", route.contentType);
      headers.set("Cache-Control", "private, no-cache");
      return new Response(text, { headers });
    });
  const success = [{ status: 200, types: [route.contentType] }];
  return described(handler, { ...route, access: route.scope, success });
}
