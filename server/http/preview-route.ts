import { z } from "zod";
import { Id } from "@/core/contract";
import type { VodEncoding } from "@/core/playout/vod-encoding";
import { previewContent } from "../content/preview-content";
import { requireAccess } from "./access";
import { answer } from "./answer";
import { authenticate } from "./authenticate";
import { parseParams } from "./read-input";

const Params = z.object({ id: Id });

/**
 * A route that answers with a manifest of one of the owner's items instead of JSON. Segments are named by absolute
 * addresses, because the manifest does not lie beside them.
 */
export function previewRoute(contentType: string, render: (vod: VodEncoding, baseUrl: string) => string) {
  return (request: Request, context: { params: Promise<unknown> }): Promise<Response> =>
    answer(request, async (headers) => {
      const actor = await authenticate(request);
      requireAccess(actor, "content:read", request);
      const { id } = parseParams(Params, await context.params);
      const { vod, baseUrl } = await previewContent(actor, id);
      headers.set("Content-Type", contentType);
      headers.set("Cache-Control", "private, no-cache");
      return new Response(render(vod, baseUrl), { headers });
    });
}
