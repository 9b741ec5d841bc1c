import type { Finding } from "@/core/hls-check/finding";
import { Badge } from "../ui/badge";

/** What the checker found, worst first, each with where it is written and what was seen. */
export function StreamFindings({ findings }: { findings: readonly Finding[] }) {
  const sorted = [...findings].sort((a, b) => Number(a.severity === "advice") - Number(b.severity === "advice"));
  return (
    <ul className="divide-y divide-border border-border border-y" aria-label="Findings">
      {sorted.map((finding) => (
        <li key={`${finding.rule} ${finding.rendition}`} className="py-3">
          <div className="flex flex-wrap items-baseline gap-x-2.5 gap-y-1">
            <Badge tone={finding.severity === "error" ? "danger" : "warn"}>
              {finding.severity === "error" ? "Error" : "Advice"}
            </Badge>
            <p className="min-w-0 flex-1 basis-64 font-medium">{sentence(finding.message)}</p>
            <p className="whitespace-nowrap text-muted text-sm">{finding.clause}</p>
          </div>
          <p className="mt-1 text-muted text-sm">
            In {finding.rendition}
            {finding.times > 1 && `, ${finding.times} times`}
          </p>
          <p className="wrap-anywhere mt-1 font-mono text-muted text-xs">{finding.evidence}</p>
        </li>
      ))}
    </ul>
  );
}

const sentence = (message: string) => `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
