import { ImportReply, ImportRequest } from "@/core/import/contract";
import { importRefusal, importRoute } from "@/server/http/import-route";
import { importAssets } from "@/server/import/import-assets";

export const POST = importRoute({
  id: "importAssets",
  tag: "Import API",
  summary: "Import 1–50 assets from elsewhere",
  body: ImportRequest,
  reply: ImportReply,
  handle: (ownerId, { body }) => importAssets(ownerId, body),
});

const refuse = importRefusal(405, "POST");

export { refuse as DELETE, refuse as GET, refuse as PATCH, refuse as PUT };
