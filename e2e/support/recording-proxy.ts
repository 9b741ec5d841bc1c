import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Reply } from "../../scripts/testing/described/judge-reply";
import { documentJudge, type ServedDocument } from "../../scripts/testing/described/of-document";

/** More of a body is no JSON that anybody judges. */
const MOST_BYTES = 8 * 1024 * 1024;
const MOST_SHOWN = 20;
/** As the product itself, so that no client finds a connection closed that it means to use. */
const KEEP_ALIVE_MS = 75_000;

interface Recorded {
  path: string;
  reply: Reply;
}

export interface RecordingProxy {
  origin: string;
  /**
   * Compares what was recorded with the description that the product serves.
   * @throws Error naming what was answered and is not described, or that nothing was recorded
   */
  requireDescribed(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Stands between the journeys and the product, which knows only this address as its own: whatever a browser, a program
 * or a player is answered comes through here, and what the API answers is kept and compared in the end.
 */
export async function startRecordingProxy(port: number): Promise<RecordingProxy> {
  const recorded: Recorded[] = [];
  const server = createServer({ requestTimeout: 0, keepAliveTimeout: KEEP_ALIVE_MS }, (incoming, outgoing) =>
    pass(port, incoming, outgoing, recorded),
  );
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    requireDescribed: async () => {
      const document = (await (await fetch(`http://localhost:${port}/v1/openapi.json`)).json()) as ServedDocument;
      requireAllDescribed(recorded, document);
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

let registered = 0;

/** Every journey is somebody else, who registers from an address of their own: one address may not make so many accounts. */
function ownAddress({ url, headers }: IncomingMessage): string[] {
  if (url !== "/v1/auth/register" || headers["x-forwarded-for"]) return [];
  registered++;
  return ["X-Forwarded-For", `198.18.${registered >> 8}.${registered & 255}`];
}

function pass(port: number, incoming: IncomingMessage, outgoing: ServerResponse, recorded: Recorded[]): void {
  const { method, url: path = "/", rawHeaders } = incoming;
  const headers = [...rawHeaders, ...ownAddress(incoming)];
  const asked = request({ host: "localhost", port, method, path, headers });
  asked.once("response", (reply) => {
    outgoing.writeHead(reply.statusCode ?? 502, reply.statusMessage, reply.rawHeaders);
    if (/^\/(v1|api\/v1)\//.test(path)) record(path, method ?? "GET", reply, recorded);
    reply.pipe(outgoing);
    reply.once("error", () => outgoing.destroy());
  });
  asked.once("error", () => outgoing.destroy());
  outgoing.once("close", () => asked.destroy());
  incoming.pipe(asked);
}

function record(target: string, method: string, reply: IncomingMessage, recorded: Recorded[]): void {
  const path = target.split("?")[0] ?? target;
  const headers = new Headers();
  for (const [name, value] of Object.entries(reply.headers)) headers.set(name, String(value));
  const { statusCode: status = 0 } = reply;
  const isJson = reply.headers["content-type"]?.startsWith("application/json") && !headers.has("content-encoding");
  if (!isJson || method === "HEAD") {
    recorded.push({ path, reply: { method, status, headers, body: null } });
    return;
  }
  const chunks: Buffer[] = [];
  let bytes = 0;
  reply.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes <= MOST_BYTES) chunks.push(chunk);
  });
  reply.once("end", () => {
    const body = bytes <= MOST_BYTES ? Buffer.concat(chunks).toString() : null;
    recorded.push({ path, reply: { method, status, headers, body } });
  });
}

function requireAllDescribed(recorded: readonly Recorded[], document: ServedDocument): void {
  if (recorded.length === 0) throw new Error("no journey asked the API through the proxy that records its replies");
  const judge = documentJudge(document);
  const wrong = new Set<string>();
  for (const { path, reply } of recorded) {
    const sentence = judge(path, reply);
    if (sentence) wrong.add(sentence);
  }
  process.stdout.write(`\n${recorded.length} replies of the API compared with its description.\n`);
  if (wrong.size === 0) return;
  const shown = [...wrong].slice(0, MOST_SHOWN).map((sentence) => `  ${sentence.slice(0, 2000)}`);
  throw new Error(`${wrong.size} kinds of replies are not as they are described:\n${shown.join("\n")}`);
}
