import type { Finding } from "./finding";
import type { Outcome } from "./watch-stream";

/** One finding in words, as a block of lines for a terminal. */
export function findingText(finding: Finding): string {
  const often = finding.times > 1 ? ` (${finding.times} times)` : "";
  return `${finding.severity}  ${finding.clause}  ${finding.rendition}: ${finding.message}${often}\n       ${finding.evidence}`;
}

/** What came of a check, in words. */
export function outcomeText(url: string, outcome: Outcome): string {
  switch (outcome.kind) {
    case "unreachable":
      return `${url} cannot be read: ${outcome.reason}.`;
    case "not-found":
      return `There is no stream at ${url}: it answered “not found”. Is the channel published?`;
    case "not-a-playlist":
      return `What ${url} answers is not an HLS playlist.`;
    case "checked": {
      const { findings, renditions, playlistsRead, segmentsChecked, elapsedMs } = outcome;
      const watched = `${renditions.length} renditions, ${playlistsRead} playlists and ${segmentsChecked} segments in ${Math.round(elapsedMs / 1000)} s`;
      const left = outcome.leftAir ? "\nThe stream left the air while it was watched." : "";
      if (findings.length === 0) return `Nothing found: ${watched}.${left}`;
      return `${findings.map(findingText).join("\n")}\n${counted(findings)}: ${watched}.${left}`;
    }
  }
}

/** How many errors and how much advice there is, in words. */
export function counted(findings: readonly Finding[]): string {
  const errors = findings.filter((finding) => finding.severity === "error").length;
  const advice = findings.length - errors;
  const parts = [
    ...(errors > 0 ? [`${errors} ${errors === 1 ? "error" : "errors"}`] : []),
    ...(advice > 0 ? [`${advice} ${advice === 1 ? "piece" : "pieces"} of advice`] : []),
  ];
  return parts.join(", ");
}

/** Exit code of the command: 0 when nothing breaks a rule, 1 when something does, 2 when it could not be checked. */
export function exitCodeOf(outcome: Outcome): number {
  if (outcome.kind !== "checked") return 2;
  return outcome.findings.some((finding) => finding.severity === "error") ? 1 : 0;
}
