/** Spreadsheet programs take a cell that begins like this for a formula and run it. */
const FORMULA = /^'*[=+\-@\t\r\n]/;

/** A cell that no spreadsheet program runs: an apostrophe in front says that what follows is text. */
export function guarded(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** What a guarded cell means; the reverse of `guarded` for every text. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}

/** A list as one cell: `a|b`. A `|` or `\` inside a name is written with a `\` in front. */
export function joinList(names: readonly string[]): string {
  return names.map((name) => name.replaceAll(/[\\|]/g, "\\$&")).join("|");
}

/** The names in a cell, trimmed; empty ones and repeats are left out. */
export function splitList(cell: string): string[] {
  const names: string[] = [""];
  for (let at = 0; at < cell.length; at++) {
    const character = cell[at]!;
    const next = cell[at + 1];
    if (character === "\\" && (next === "|" || next === "\\")) {
      names[names.length - 1] += next;
      at++;
    } else if (character === "|") names.push("");
    else names[names.length - 1] += character;
  }
  return [...new Set(names.map((name) => name.trim()).filter(Boolean))];
}

/** A text as a report can show it: short, and without the character that databases have no place for. */
export function shown(text: string, length: number): string {
  return [...text.trim().replaceAll("\0", "\uFFFD")].slice(0, length).join("");
}
