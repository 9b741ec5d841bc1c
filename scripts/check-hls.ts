import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { askByFetch } from "@/core/hls-check/ask-by-fetch";
import { exitCodeOf, outcomeText } from "@/core/hls-check/report-text";
import { type Progress, watchStream } from "@/core/hls-check/watch-stream";

const USAGE = `Usage: npm run check:hls -- URL [--seconds 90] [--json]

Watches a live HLS stream and says what breaks RFC 8216, and what costs viewers. It works on any live stream.
Exit code: 0 nothing breaks a rule, 1 something does, 2 the stream could not be checked.`;
const DEFAULT_SECONDS = 90;
const MOST_SECONDS = 86_400;

interface Asked {
  url: string;
  seconds: number;
  json: boolean;
}

/** What the command line asks for, or the sentence that says what is wrong with it. */
function readCommand(args: string[]): Asked | string {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { seconds: { type: "string" }, json: { type: "boolean" }, help: { type: "boolean" } },
    });
    const [url, ...more] = positionals;
    if (values.help || url === undefined || more.length > 0) return USAGE;
    const seconds = values.seconds === undefined ? DEFAULT_SECONDS : Number(values.seconds);
    if (!(seconds >= 0 && seconds <= MOST_SECONDS)) return `--seconds is a number from 0 to ${MOST_SECONDS}.`;
    if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return `“${url}” is not an address that begins with http.`;
    return { url, seconds, json: values.json ?? false };
  } catch (error) {
    return `${(error as Error).message}\n\n${USAGE}`;
  }
}

async function main(): Promise<number> {
  const asked = readCommand(process.argv.slice(2));
  if (typeof asked === "string") {
    process.stderr.write(`${asked}\n`);
    return 2;
  }
  const { url, seconds, json } = asked;
  // The first Ctrl-C ends the watching and prints what was found; the second ends the command.
  const stop = new AbortController();
  process.once("SIGINT", () => stop.abort());
  const sleep = (ms: number) => wait(ms, undefined, { signal: stop.signal }).catch(() => {});
  const showsProgress = process.stderr.isTTY && !json;
  const world = { ask: askByFetch(fetch, Date.now), now: Date.now, sleep, isStopped: () => stop.signal.aborted };
  const outcome = await watchStream(url, seconds, world, (progress) => showsProgress && show(progress, seconds));
  if (showsProgress) process.stderr.write("\r\u001b[K");
  const report = json ? JSON.stringify({ url, ...outcome }, null, 2) : outcomeText(url, outcome);
  const said = outcome.kind === "checked" || json ? process.stdout : process.stderr;
  said.write(`${report}\n`);
  return exitCodeOf(outcome);
}

function show(progress: Progress, seconds: number): void {
  const { elapsedMs, playlistsRead, segmentsChecked, findings } = progress;
  const left = Math.max(0, Math.round(seconds - elapsedMs / 1000));
  process.stderr.write(
    `\r\u001b[K${left} s left, ${playlistsRead} playlists, ${segmentsChecked} segments, ${findings.length} findings`,
  );
}

process.exitCode = await main();
