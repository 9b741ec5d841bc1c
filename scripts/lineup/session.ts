import type { Client } from "@/generated/client/client";
import type { Progress } from "./progress";

/** Server and key that a command works with. */
export interface Account {
  url: string;
  key: string;
}

/** What a command has at hand besides its words. */
export interface Session {
  /** The typed client, which throws `Failure`. */
  client: Client;
  account: Account;
  progress: Progress;
  /** Ends with Ctrl-C. */
  signal: AbortSignal;
  now(): number;
  sleep(ms: number): Promise<void>;
  /** Writes what must be seen before the command ends; silent with `--json`. */
  say(line: string): void;
  /** The folder in which the user called: relative paths start there. */
  folder: string;
  /** Where unfinished uploads are remembered. */
  stateFolder: string;
  /** The stored account: where it lies, and how to ask for what is missing. */
  credentialsFile: string;
  ask(question: string, hidden: boolean): Promise<string>;
}
