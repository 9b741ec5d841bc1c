import type { Actor } from "@/core/actor";
import type { Scope } from "@/core/api-keys/scopes";
import { ById } from "@/core/contract";
import type { VodEncoding } from "@/core/playout/vod-encoding";
import type { Preview } from "../content/preview-content";
import type { Described } from "./openapi/operation";
import { playlistRoute } from "./playlist-route";

interface PreviewRouteDeclaration extends Described {
  scope: Scope;
  contentType: string;
  find: (actor: Actor, contentItemId: string) => Promise<Preview>;
  render: (vod: VodEncoding, baseUrl: string) => string;
}

/**
 * A route that answers with a manifest of one item instead of JSON, for those who may look at it before viewers do.
 * Segments are named by absolute addresses, because the manifest does not lie beside them.
 */
export function previewRoute(route: PreviewRouteDeclaration) {
  return playlistRoute({
    ...route,
    params: ById,
    render: async (actor, { params }) => {
      const { vod, baseUrl } = await route.find(actor, params.id);
      return route.render(vod, baseUrl);
    },
  });
}
