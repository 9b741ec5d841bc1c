import { subscribe } from "node:diagnostics_channel";
import { afterAll, afterEach } from "vitest";
import type { DescribedReply } from "@/server/http/openapi/operation";
import type { Reply } from "./judge-reply";
import { listenToServers } from "./listen-to-servers";

/**
 * Compares every reply that the API gives in the integration tests with its description, however the test got it: by
 * calling a handler, or from a server in this process. The test in which something else is answered fails.
 */
const judged: Promise<string | null>[] = [];

subscribe("lineup:reply", (message) => {
  judged.push(judgeHandler(message as DescribedReply));
});
listenToServers((path, reply) => {
  judged.push(judgeServer(path, reply));
});

async function judgeHandler({ operation, method, response }: DescribedReply): Promise<string | null> {
  const [{ describedBy }, { judgeReply }] = await Promise.all([import("./of-operation"), import("./judge-reply")]);
  const isJson = response.headers.get("content-type")?.startsWith("application/json");
  const body = isJson ? await response.text() : null;
  const wrong = judgeReply(describedBy(operation, method), {
    method,
    status: response.status,
    headers: response.headers,
    body,
  });
  return wrong && `${operation.id} answered what its description does not say: ${wrong}`;
}

/** What the front server and the origin answer themselves; a path that is not theirs belongs to the test. */
async function judgeServer(path: string, reply: Reply): Promise<string | null> {
  const { judgeOwnReply } = await import("./of-server");
  return judgeOwnReply(path, reply);
}

async function requireDescribed(): Promise<void> {
  const wrong = (await Promise.all(judged.splice(0))).filter((sentence) => sentence !== null);
  if (wrong.length > 0) throw new Error(wrong.join("\n"));
}

afterEach(requireDescribed);
afterAll(requireDescribed);
