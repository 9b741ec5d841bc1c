import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { text } from "node:stream/consumers";
import { usage } from "./failure";

let piped: Promise<string[]> | undefined;

/**
 * The answer to a question, from the terminal, where what is hidden is not echoed; without a terminal the next line of
 * standard input.
 */
export async function ask(question: string, hidden: boolean, signal: AbortSignal): Promise<string> {
  if (!process.stdin.isTTY) {
    piped ??= text(process.stdin).then((all) => all.split(/\r?\n/));
    const answer = (await piped).shift()?.trim();
    if (!answer) throw usage(`Nothing to read for “${question.replace(/: $/, "")}” from standard input.`);
    return answer;
  }
  let muted = false;
  const output = new Writable({
    write(chunk, _, done) {
      if (!muted) process.stderr.write(chunk);
      done();
    },
  });
  const lines = createInterface({ input: process.stdin, output, terminal: true });
  try {
    lines.once("SIGINT", () => process.kill(process.pid, "SIGINT"));
    const answer = lines.question(question, { signal });
    muted = hidden;
    return (await answer).trim();
  } finally {
    lines.close();
    if (hidden) process.stderr.write("\n");
  }
}
