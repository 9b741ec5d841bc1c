import { AppError } from "@/core/errors";
import { readDocument } from "./client/read-document";
import { installationSettings } from "./installation";
import { Refusal, sentenceFor } from "./refusal";

const USAGE = `Usage: npm run cli -- <command>

  keys expire <id>            lets the API key with that id expire now
  moderators list             names the moderators
  moderators add <email>      lets the account with that address approve and block content
  moderators remove <email>   takes that away from it
  openapi [origin]            prints the description of the API, as the server at that address answers it
`;

/** Commands for the operator. */
async function main([noun, verb, ...rest]: string[]): Promise<void> {
  const [named, ...more] = rest;
  if (more.length > 0) throw new Refusal(USAGE);
  if (noun === "openapi" && named === undefined) return printDescription(verb);
  if (noun === "keys" && verb === "expire" && named) return onDatabase(() => expireKey(named));
  if (noun === "moderators" && verb === "list" && named === undefined) return onDatabase(printModerators);
  if (noun === "moderators" && verb === "add" && named) return onDatabase(() => changeModerator(named, true));
  if (noun === "moderators" && verb === "remove" && named) return onDatabase(() => changeModerator(named, false));
  throw new Refusal(USAGE);
}

/** Needs neither a database nor a server. */
async function printDescription(origin = "http://localhost:3000"): Promise<void> {
  if (!URL.canParse(origin)) throw new Refusal(USAGE);
  const document = await readDocument(new URL(origin).origin);
  process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
}

/** Works on the database of the product that runs here, or on the one of DATABASE_URL, and says what it did. */
async function onDatabase(work: () => Promise<string>): Promise<void> {
  const settings = await installationSettings();
  // Before the modules of the server are loaded, because they read their settings from here.
  Object.assign(process.env, settings, { ...process.env });
  const { closeDb } = await import("@/server/db");
  try {
    process.stdout.write(`${await work()}\n`);
  } finally {
    await closeDb();
  }
}

async function expireKey(id: string): Promise<string> {
  const { expireApiKey } = await import("@/server/api-keys/expire-api-key");
  const { name, expiresAt } = await expireApiKey(id, new Date());
  return `The key “${name}” expired at ${expiresAt.toISOString()}.`;
}

async function printModerators(): Promise<string> {
  const { listModerators } = await import("@/server/moderation/name-moderator");
  const moderators = await listModerators();
  return moderators.map(({ name, email }) => `${email}   ${name}`).join("\n") || NO_MODERATOR;
}

const NO_MODERATOR = "Nobody is a moderator. With MODERATION=manual, what is brought in waits until somebody is.";

async function changeModerator(email: string, isModerator: boolean): Promise<string> {
  const { listModerators, nameModerator } = await import("@/server/moderation/name-moderator");
  const { name, changed } = await nameModerator(email, isModerator);
  const is = isModerator ? "a moderator" : "no moderator";
  const said = changed ? `${name} is ${is} from now on.` : `${name} is ${is} already.`;
  return (await listModerators()).length > 0 ? said : `${said}\n${NO_MODERATOR}`;
}

await main(process.argv.slice(2)).catch((error: unknown) => {
  const sentence = error instanceof AppError ? error.message : sentenceFor(error, process.cwd());
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
});
