import type { Command } from "./command";
import { columns } from "./text-of";

const ENDING = `Every command takes --json, which prints one JSON document, and --help.
Environment: LINEUP_URL and LINEUP_KEY stand above what \`lineup login\` stored.
Exit codes: 0 done, 1 refused or failed, 2 the command line is wrong, 3 the server cannot be reached,
4 the key is missing or may not do this, 130 interrupted: the same command goes on where it stopped.
Times: 2026-12-24T20:00Z, "2026-12-24 20:00" on this computer's clock, now, or +30m, +2h, +1d from now.`;

/** What `lineup --help` prints. */
export function helpText(commands: readonly Command[]): string {
  const lines = columns(commands.map(({ name, operands, summary }) => [`${name} ${operands}`.trim(), summary]));
  return `Usage: lineup <command> [options]\n\n${indent(lines)}\n\n${ENDING}`;
}

/** What `lineup <command> --help` prints. */
export function commandHelp({ name, operands, summary, options }: Command): string {
  const rows = Object.entries(options).map(([key, { value, about, multiple }]) => [
    `--${key}${value ? ` ${value}` : ""}`,
    multiple ? `${about} (may be repeated)` : about,
  ]);
  const all = [...rows, ["--json", "Print one JSON document"], ["--help", "Print this"]];
  return `Usage: lineup ${[name, operands].filter(Boolean).join(" ")} [options]\n\n${summary}.\n\n${indent(columns(all))}`;
}

function indent(text: string): string {
  return text.replace(/^/gm, "  ");
}
