import { ById } from "@/core/contract";
import type { VodEncoding } from "@/core/playout/vod-encoding";
import { previewContent } from "../content/preview-content";
import type { Described } from "./openapi/operation";
import { playlistRoute } from "./playlist-route";

interface PreviewRouteDeclaration extends Described {
  contentType: string;
  render: (vod: VodEncoding, baseUrl: string) => string;
}

/**
 * A route that answers with a manifest of one of the owner's items instead of JSON. Segments are named by absolute
 * addresses, because the manifest does not lie beside them.
 */
export function previewRoute(route: PreviewRouteDeclaration) {
  return playlistRoute({
    ...route,
    scope: "content:read",
    params: ById,
    render: async (actor, { params }) => {
      const { vod, baseUrl } = await previewContent(actor, params.id);
      return route.render(vod, baseUrl);
    },
  });
}
