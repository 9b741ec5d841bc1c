import type { Actor } from "@/core/actor";
import { type AsRunLine, type AsRunWindow, AsRunLine as Line } from "@/core/guide/as-run-contract";
import { ownChannel } from "../channels/own-channel";
import type { CsvFile } from "../http/csv-route";
import { asRunLines, asRunSpan } from "./get-as-run";

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/**
 * The as-run log of a window of at most 31 days as a file.
 * @throws request.invalid, resource.not_found
 */
export async function asRunFile(
  actor: Actor,
  channelId: string,
  window: AsRunWindow,
  now = new Date(),
): Promise<CsvFile> {
  const span = await asRunSpan(actor, channelId, window, now);
  const { slug } = await ownChannel(actor, channelId);
  const days = [span.from, span.to].map((day) => day.toISOString().slice(0, 10));
  return {
    name: `as-run-${slug}-${days.join("-to-")}.csv`,
    columns: Object.keys(Line.shape).map(snake),
    rows: rowsOf(asRunLines(span)),
  };
}

async function* rowsOf(lines: AsyncIterable<AsRunLine[]>): AsyncGenerator<Record<string, string | number | null>[]> {
  for await (const some of lines)
    yield some.map((line) => Object.fromEntries(Object.entries(line).map(([name, value]) => [snake(name), value])));
}
