import { ExportQuery } from "@/core/import/csv-contract";
import { fileRoute } from "@/server/http/file-route";
import { exportCatalogue } from "@/server/import/export-csv";

export const GET = fileRoute({
  id: "exportCatalogue",
  tag: "Import",
  scope: "content:read",
  summary: "The whole catalogue as CSV",
  query: ExportQuery,
  contentType: "text/csv; charset=utf-8",
  filename: "catalogue.csv",
  render: async (actor, { query }) => exportCatalogue(actor, query),
});
