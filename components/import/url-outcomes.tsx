import { CircleCheck, TriangleAlert } from "lucide-react";
import Link from "next/link";
import type { StudioImportReply } from "@/core/import/studio-contract";
import type { PastedRow } from "./pasted-rows";

interface UrlOutcomesProps {
  rows: readonly PastedRow[];
  results: StudioImportReply["results"];
}

/** What became of each address that was sent. */
export function UrlOutcomes({ rows, results }: UrlOutcomesProps) {
  const taken = results.filter(({ status }) => status === "accepted").length;
  const refused = results.length - taken;
  return (
    <section aria-label="What became of them">
      <h2 className="font-semibold" role="status">
        {taken > 0 && `${taken} on the way`}
        {taken > 0 && refused > 0 && ", "}
        {refused > 0 && `${refused} refused`}
      </h2>
      <ul className="mt-2 border-border border-t">
        {results.map((result, index) => {
          const row = rows[index];
          return row && <Outcome key={row.url} row={row} result={result} />;
        })}
      </ul>
    </section>
  );
}

function Outcome({ row, result }: { row: PastedRow; result: StudioImportReply["results"][number] }) {
  const accepted = result.status === "accepted";
  const Icon = accepted ? CircleCheck : TriangleAlert;
  return (
    <li className="flex items-start gap-2.5 border-border border-b py-2.5">
      <Icon className={`mt-0.5 size-4 shrink-0 ${accepted ? "text-ok" : "text-danger"}`} aria-hidden />
      <div className="min-w-0 flex-1">
        {accepted ? (
          <Link href={`/library/${result.contentItemId}`} className="font-medium hover:underline">
            {row.title.trim() || row.guess || row.url}
          </Link>
        ) : (
          <p className="text-danger">{result.error.message}</p>
        )}
        <p className="truncate font-mono text-faint text-xs" title={row.url}>
          {row.url}
        </p>
        {accepted &&
          result.warnings.map((warning) => (
            <p key={warning} className="text-sm text-warn">
              {warning}
            </p>
          ))}
      </div>
    </li>
  );
}
