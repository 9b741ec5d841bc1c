import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { type Asked, readCommand } from "./command";
import { COMMANDS } from "./commands";
import { connect } from "./connect";
import { accountOf, credentialsFileOf, type Surroundings, stateFolderOf } from "./credentials";
import { EXIT, type ExitCode, Failure, failureOf, isAbort } from "./failure";
import { commandHelp, helpText } from "./help-text";
import { patientFetch } from "./patient-fetch";
import { openProgress, type Screen, silent } from "./progress";
import type { Account, Session } from "./session";

/** Everything outside that the command touches, so that a test can stand in for it. */
export interface World {
  stdout: Screen;
  stderr: Screen;
  env: Surroundings;
  /** Folder in which the user called. */
  folder: string;
  signal: AbortSignal;
  ask(question: string, hidden: boolean): Promise<string>;
}

/** Runs one command line and answers its exit code. Nothing is thrown: what goes wrong is said. */
export async function runLineup(words: string[], world: World): Promise<ExitCode> {
  const wantsJson = words.includes("--json");
  try {
    const asked = readCommand(words, COMMANDS);
    if (asked.kind === "help") {
      world.stdout.write(`${asked.command ? commandHelp(asked.command) : helpText(COMMANDS)}\n`);
      return EXIT.done;
    }
    return await runAsked(asked, world);
  } catch (thrown) {
    if (!(thrown instanceof Failure) && !isAbort(thrown)) throw thrown;
    const failure = failureOf(thrown, undefined, "");
    if (wantsJson) world.stdout.write(`${JSON.stringify(failure)}\n`);
    else world.stderr.write(`${sentenceOf(failure)}\n`);
    return failure.exitCode;
  }
}

async function runAsked(asked: Asked & { kind: "run" }, world: World): Promise<ExitCode> {
  const { command, operands, values, json } = asked;
  const session = await openSession(command.withoutKey, json, world);
  const result = await command.run(operands, values, session);
  world.stdout.write(`${json ? JSON.stringify(result.json) : result.text}\n`);
  return result.failed ? EXIT.refused : EXIT.done;
}

async function openSession(withoutKey: boolean, json: boolean, world: World): Promise<Session> {
  const { env, folder, signal, stdout, stderr } = world;
  const credentialsFile = credentialsFileOf(env);
  // A command that makes an account takes from the environment what is there and asks for the rest.
  const account: Account = withoutKey
    ? { url: env.LINEUP_URL ?? "", key: env.LINEUP_KEY ?? "" }
    : await accountOf(env, credentialsFile);
  const sleep = (ms: number) => wait(ms, undefined, { signal });
  return {
    client: connect(account, patientFetch({ fetch, sleep, newKey: randomUUID }), signal),
    account,
    progress: json ? silent : openProgress(stderr, Date.now),
    signal,
    now: Date.now,
    sleep,
    say: (line) => void (json || stdout.write(`${line}\n`)),
    folder,
    stateFolder: stateFolderOf(env),
    credentialsFile,
    ask: world.ask,
  };
}

/** What a person reads: the sentence, what was wrong with which field, and the id for the operator. */
function sentenceOf({ exitCode, message, details, requestId }: Failure): string {
  if (exitCode === EXIT.interrupted) return "\nInterrupted. The same command goes on where this one stopped.";
  const issues = Array.isArray(details?.issues) ? (details.issues as { path: string[]; message: string }[]) : [];
  const lines = issues.length > 1 ? issues.map(({ path, message }) => `  ${path.join(".")}: ${message}`) : [];
  const id = exitCode === EXIT.unreachable && requestId ? [`  (${requestId})`] : [];
  return [message, ...lines, ...id].join("\n");
}
