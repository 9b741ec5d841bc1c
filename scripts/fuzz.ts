import { randomInt } from "node:crypto";
import { parseArgs } from "node:util";
import { type Product, runningProduct, startProduct } from "./fuzz/product-to-fuzz";
import { prepareClient } from "./prepare/artifacts";
import { Refusal, sentenceFor } from "./refusal";

const USAGE = `Usage: npm run fuzz -- [--requests 20000] [--seed NUMBER] [--only OPERATION] [--path PATH] [--dir FOLDER]

Sends hostile requests, made from the API description, to a product of its own, or to the one that runs on FOLDER.
No reply may be a 5xx, lack the envelope, show a stack, take 2 s, or be missing from the description. The same seed
sends the same requests; a failure is shrunk, and printed with the command that finds it again.
Exit code: 0 nothing was found, 1 something was, 2 the run could not be made.
`;

function readWords() {
  try {
    const text = { type: "string" } as const;
    const options = {
      requests: text,
      seed: text,
      only: text,
      path: text,
      dir: text,
      help: { type: "boolean" },
    } as const;
    const { values } = parseArgs({ options });
    if (values.help) throw new Refusal(USAGE);
    const requests = Number(values.requests ?? 20_000);
    const seed = Number(values.seed ?? randomInt(2 ** 31));
    if (!(Number.isInteger(requests) && requests > 0) || !Number.isInteger(seed)) throw new Refusal(USAGE);
    return { ...values, requests, seed };
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(`${(error as Error).message}\n\n${USAGE}`);
  }
}

const say = (line: string) => void process.stderr.write(`${line}\n`);

/** `npm run fuzz` */
async function main(): Promise<number> {
  const asked = readWords();
  await prepareClient(say);
  const product: Product = asked.dir ? await runningProduct(asked.dir) : await startProduct(say);
  const stop = () => void product.stop().finally(() => process.exit(130));
  process.once("SIGINT", stop);
  try {
    // Before the modules of the server are loaded, because they read their settings from here.
    Object.assign(process.env, product.settings, { LOG_LEVEL: "silent" });
    const { fuzzAll } = await import("./fuzz/fuzz-all");
    const findings = await fuzzAll(product.origin, asked, (line) => void process.stdout.write(`${line}\n`));
    return findings === 0 ? 0 : 1;
  } finally {
    process.removeListener("SIGINT", stop);
    await product.stop();
  }
}

const exitCode = await main().catch((error: unknown) => {
  say(sentenceFor(error, process.cwd()));
  return 2;
});
// Modules of the server hold connections open.
process.exit(exitCode);
