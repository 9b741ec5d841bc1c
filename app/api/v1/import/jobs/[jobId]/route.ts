import { z } from "zod";
import { Id } from "@/core/contract";
import { ImportJobReply } from "@/core/import/contract";
import { importRefusal, importRoute } from "@/server/http/import-route";
import { getImportJob } from "@/server/import/get-import-job";

export const GET = importRoute({
  id: "getImportJob",
  tag: "Import API",
  summary: "How far an imported asset is",
  params: z.object({ jobId: Id }),
  reply: ImportJobReply,
  handle: (ownerId, { params }) => getImportJob(ownerId, params.jobId),
});

const refuse = importRefusal(405, "GET");

export { refuse as DELETE, refuse as PATCH, refuse as POST, refuse as PUT };
