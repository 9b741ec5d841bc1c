import { z } from "zod";
import { Id } from "@/core/contract";
import type { VodEncoding } from "@/core/playout/vod-encoding";
import { previewContent } from "../content/preview-content";
import { requireAccess } from "./access";
import { answer } from "./answer";
import { authenticate } from "./authenticate";
import type { Described, Operation } from "./openapi/operation";
import { parseParams } from "./read-input";

const Params = z.object({ id: Id });

interface PreviewRouteDeclaration extends Described {
  contentType: string;
  render: (vod: VodEncoding, baseUrl: string) => string;
}

type NextHandler = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;

/**
 * A route that answers with a manifest of one of the owner's items instead of JSON. Segments are named by absolute
 * addresses, because the manifest does not lie beside them.
 */
export function previewRoute(route: PreviewRouteDeclaration): NextHandler & { operation: Operation } {
  const handler: NextHandler = (request, context) =>
    answer(request, async (headers) => {
      const actor = await authenticate(request);
      requireAccess(actor, "content:read", request);
      const { id } = parseParams(Params, await context.params);
      const { vod, baseUrl } = await previewContent(actor, id);
      headers.set("Content-Type", route.contentType);
      headers.set("Cache-Control", "private, no-cache");
      return new Response(route.render(vod, baseUrl), { headers });
    });
  const success = [{ status: 200, types: [route.contentType] }];
  return Object.assign(handler, { operation: { ...route, access: "content:read" as const, params: Params, success } });
}
