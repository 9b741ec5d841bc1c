export interface CodePart {
  text: string;
  kind: "plain" | "comment" | "text";
}

/** A comment to the end of its line, or a literal in quotes; addresses in code hold `//` and stay what they are. */
const MARKED = /(^|\s)((?:#|\/\/).*$)|("(?:[^"\\]|\\[\s\S])*"|'[^'\n]*'|`[^`]*`)/gm;

/** Code in parts that can be coloured: comments, literals, and the rest. Put together they are the code. */
export function codeParts(code: string): CodePart[] {
  const parts: CodePart[] = [];
  let at = 0;
  const plain = (until: number) => {
    if (until > at) parts.push({ text: code.slice(at, until), kind: "plain" });
  };
  for (const match of code.matchAll(MARKED)) {
    const [whole, before = "", comment, literal] = match;
    const start = match.index + (comment ? before.length : 0);
    plain(start);
    parts.push({ text: comment ?? literal ?? "", kind: comment ? "comment" : "text" });
    at = match.index + whole.length;
  }
  plain(code.length);
  return parts;
}
