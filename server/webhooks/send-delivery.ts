import { AppError } from "@/core/errors";
import { FetchFailure } from "@/core/net/fetch-failure";
import { retryAfterMs } from "@/core/net/retry-after";
import { judgeAnswer, type Verdict } from "@/core/webhooks/judge-answer";
import { env } from "../env";
import { guardedAgent } from "../outbound/connect";
import { type SafeReply, safeFetch } from "../outbound/safe-fetch";
import type { Claimed } from "./claim-deliveries";
import { payload } from "./payload";
import { unsealSecret } from "./sealed-secret";
import { signedHeaders } from "./sign-message";

/** Receivers answer at once and work afterwards (Standard Webhooks recommends 15 to 30 s). */
const LIMITS = { redirects: 0, headersMs: 15_000, idleMs: 5_000, totalMs: 20_000 } as const;
/** As much of the answer as helps to find out what went wrong. */
const EXCERPT_BYTES = 1024;

/** What came of one request. */
export interface Outcome {
  verdict: Verdict;
  startedAt: Date;
  durationMs: number;
  /** Null when no answer came. */
  status: number | null;
  error: string | null;
  responseExcerpt: string;
  retryAfterMs?: number;
}

/**
 * Sends a delivery once. Whatever the receiver does is an outcome.
 * @throws the signal's reason when aborted
 */
export async function sendDelivery(claimed: Claimed, signal: AbortSignal): Promise<Outcome> {
  const startedAt = new Date();
  const begun = performance.now();
  const ended = (outcome: Pick<Outcome, "verdict" | "error"> & Partial<Outcome>): Outcome => ({
    status: null,
    responseExcerpt: "",
    ...outcome,
    startedAt,
    durationMs: Math.round(performance.now() - begun),
  });
  try {
    const reply = await post(claimed, startedAt, signal);
    const responseExcerpt = await excerptOf(reply);
    signal.throwIfAborted();
    const asked = retryAfterMs(reply.headers["retry-after"], Date.now());
    return ended({ ...judgeAnswer(reply.status), status: reply.status, responseExcerpt, retryAfterMs: asked });
  } catch (thrown) {
    signal.throwIfAborted();
    return ended({ verdict: "failed", error: sentenceOf(thrown) });
  }
}

async function post(claimed: Claimed, sentAt: Date, signal: AbortSignal): Promise<SafeReply> {
  const body = JSON.stringify(payload(claimed, claimed.kind));
  const headers = signedHeaders({ id: claimed.eventId, sentAt, body }, secretsOf(claimed, sentAt));
  const opened = env().WEBHOOK_ALLOW_HOSTS;
  return safeFetch(claimed.url, { method: "POST", headers, body, signal, limits: LIMITS, agent: agent(), opened });
}

class UnreadableSecret extends Error {}

function secretsOf(claimed: Claimed, now: Date): string[] {
  const { endpointId, secret, previousSecret, previousSecretUntil } = claimed;
  const sealed =
    previousSecret && previousSecretUntil && previousSecretUntil > now ? [secret, previousSecret] : [secret];
  try {
    return sealed.map((text) => unsealSecret(text, endpointId));
  } catch (cause) {
    throw new UnreadableSecret("", { cause });
  }
}

let shared: ReturnType<typeof guardedAgent> | undefined;

function agent() {
  shared ??= guardedAgent(undefined, env().WEBHOOK_ALLOW_HOSTS);
  return shared;
}

/** The answer has come by then: a body that breaks off changes nothing. */
async function excerptOf(reply: SafeReply): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of reply.body) {
      chunks.push(chunk);
      bytes += chunk.byteLength;
      if (bytes >= EXCERPT_BYTES) break;
    }
  } catch {
    // What was read so far is the excerpt.
  } finally {
    await reply.discard();
  }
  // PostgreSQL has no place for the character U+0000.
  return Buffer.concat(chunks).subarray(0, EXCERPT_BYTES).toString("utf8").replaceAll("\0", "\ufffd");
}

function sentenceOf(thrown: unknown): string {
  if (thrown instanceof FetchFailure) return thrown.sentence;
  if (thrown instanceof AppError) return thrown.message;
  if (thrown instanceof UnreadableSecret) {
    return "The signing secret cannot be read, since NEXTAUTH_SECRET is another than before. Rotate the secret.";
  }
  return "The request could not be made.";
}
