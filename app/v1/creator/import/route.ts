import { StudioImport, StudioImportReply } from "@/core/import/studio-contract";
import { v1Route } from "@/server/http/route";
import { importFromStudio } from "@/server/import/import-from-studio";

export const POST = v1Route({
  id: "importContent",
  tag: "Import",
  scope: "content:write",
  summary: "Import 1–50 assets from elsewhere",
  body: StudioImport,
  reply: StudioImportReply,
  handle: (actor, { body }) => importFromStudio(actor, body),
});
