import { AppError } from "@/core/errors";
import { installationSettings } from "./installation";
import { Refusal, sentenceFor } from "./refusal";

const USAGE = `Usage: npm run cli -- <command>

  keys expire <id>   lets the API key with that id expire now
`;

/** Commands for the operator. They work on the database of the product that runs here, or on the one of DATABASE_URL. */
async function main([noun, verb, ...rest]: string[]): Promise<void> {
  const [id] = rest;
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
