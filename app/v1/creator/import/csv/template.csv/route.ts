import { ExportQuery } from "@/core/import/csv-contract";
import { fileRoute } from "@/server/http/file-route";
import { templateCsv } from "@/server/import/export-csv";

export const GET = fileRoute({
  id: "getCsvTemplate",
  tag: "Import",
  scope: "content:write",
  summary: "A catalogue file to begin with",
  query: ExportQuery,
  contentType: "text/csv; charset=utf-8",
  filename: "lineup-template.csv",
  render: async (_, { query }) => templateCsv(query),
});
