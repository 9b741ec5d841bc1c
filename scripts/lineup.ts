import { ask } from "./lineup/ask";
import { prepareApiClient } from "./prepare/artifacts";
import { sentenceFor } from "./refusal";

/** `lineup`: the API at a terminal and for scripts. */
async function main(): Promise<number> {
  await prepareApiClient((line) => process.stderr.write(`${line}\n`));
  // Only now is there a client to import.
  const { runLineup } = await import("./lineup/run");
  const stop = new AbortController();
  const { LINEUP_URL, LINEUP_KEY, XDG_CONFIG_HOME, XDG_STATE_HOME, HOME } = process.env;
  // The first Ctrl-C lets go in order; the second does not wait for that.
  process.once("SIGINT", () => {
    process.once("SIGINT", () => process.exit(130));
    stop.abort();
  });
  return runLineup(process.argv.slice(2), {
    stdout: process.stdout,
    stderr: process.stderr,
    env: { LINEUP_URL, LINEUP_KEY, XDG_CONFIG_HOME, XDG_STATE_HOME, HOME },
    // npm goes to the folder of package.json, and the launcher too; files are named from where the user stands.
    folder: process.env.INIT_CWD ?? process.cwd(),
    signal: stop.signal,
    ask: (question, hidden) => ask(question, hidden, stop.signal),
  });
}

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`${sentenceFor(error, process.cwd())}\n`);
  return 1;
});
