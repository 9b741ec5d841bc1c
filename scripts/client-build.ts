import path from "node:path";
import { parseArgs } from "node:util";
import { compileClient } from "./client/compile-client";
import { DEFAULT_ORIGIN, makeClient } from "./client/make-client";
import { readDocument } from "./client/read-document";
import { API_CLIENT_FOLDER, prepareApiClient } from "./prepare/artifacts";
import { Refusal, sentenceFor } from "./refusal";

const USAGE = `Usage: npm run client:build -- [--out FOLDER] [--from ADDRESS]

Makes the TypeScript client in ${API_CLIENT_FOLDER}. With --out it is made in that folder, which is emptied first,
with JavaScript and types beside the sources, ready for Node 20 and browsers. --from makes it for the API of
a running server instead of the one of these sources: --from https://tv.example.com
`;

interface Asked {
  out?: string;
  from?: string;
}

function readWords(): Asked {
  try {
    const options = { out: { type: "string" }, from: { type: "string" }, help: { type: "boolean" } } as const;
    const { values } = parseArgs({ options });
    if (values.help) throw new Refusal(USAGE);
    if (values.from && !values.out) throw new Refusal(`--from needs --out.\n\n${USAGE}`);
    return values;
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(`${(error as Error).message}\n\n${USAGE}`);
  }
}

async function documentOf(address: string) {
  const url = new URL("/v1/openapi.json", address);
  const reply = await fetch(url).catch((error: Error) => {
    throw new Refusal(`${url} cannot be reached: ${error.message}`);
  });
  if (!reply.ok) throw new Refusal(`${url} answered ${reply.status}; is this a Lineup server?`);
  return reply.json();
}

/** `npm run client:build` */
async function main(): Promise<void> {
  const { out, from } = readWords();
  if (!out) return prepareApiClient((line) => process.stderr.write(`${line}\n`), true);
  const folder = path.resolve(process.env.INIT_CWD ?? "", out);
  const document = from ? await documentOf(from) : await readDocument(DEFAULT_ORIGIN);
  await makeClient(document, folder);
  await compileClient(folder);
  process.stdout.write(`The client is in ${folder}\n`);
}

await main().catch((error: unknown) => {
  process.stderr.write(`${sentenceFor(error, process.cwd())}\n`);
  process.exitCode = 1;
});
