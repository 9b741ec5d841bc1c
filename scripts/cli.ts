import { AppError } from "@/core/errors";
import { readDocument } from "./client/read-document";
import { installationSettings } from "./installation";
import { Refusal, sentenceFor } from "./refusal";

const USAGE = `Usage: npm run cli -- <command>

  keys expire <id>   lets the API key with that id expire now
  openapi [origin]   prints the description of the API, as the server at that address answers it
`;

/** Commands for the operator. */
async function main([noun, verb, ...rest]: string[]): Promise<void> {
  if (noun === "openapi" && rest.length === 0) return printDescription(verb);
  await expireKey(noun, verb, rest);
}

/** Needs neither a database nor a server. */
async function printDescription(origin = "http://localhost:3000"): Promise<void> {
  if (!URL.canParse(origin)) throw new Refusal(USAGE);
  const document = await readDocument(new URL(origin).origin);
  process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
}

/** Works on the database of the product that runs here, or on the one of DATABASE_URL. */
async function expireKey(noun: string | undefined, verb: string | undefined, [id]: string[]): Promise<void> {
  if (noun !== "keys" || verb !== "expire" || !id) throw new Refusal(USAGE);
  const settings = await installationSettings();
  // Before the modules of the server are loaded, because they read their settings from here.
  Object.assign(process.env, settings, { ...process.env });
  const { expireApiKey } = await import("@/server/api-keys/expire-api-key");
  const { closeDb } = await import("@/server/db");
  try {
    const { name, expiresAt } = await expireApiKey(id, new Date());
    process.stdout.write(`The key “${name}” expired at ${expiresAt.toISOString()}.\n`);
  } finally {
    await closeDb();
  }
}

await main(process.argv.slice(2)).catch((error: unknown) => {
  const sentence = error instanceof AppError ? error.message : sentenceFor(error, process.cwd());
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
});
