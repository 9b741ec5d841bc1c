import { ById } from "@/core/contract";
import { fileRoute } from "@/server/http/file-route";
import { exportProblems } from "@/server/import/export-csv";

export const GET = fileRoute({
  id: "exportCsvProblems",
  tag: "Import",
  scope: "content:write",
  summary: "Everything that is wrong with a catalogue file, as CSV",
  params: ById,
  contentType: "text/csv; charset=utf-8",
  filename: "problems.csv",
  render: (actor, { params }) => exportProblems(actor, params.id),
});
