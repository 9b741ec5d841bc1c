import type { Actor } from "@/core/actor";
import { AppError } from "@/core/errors";
import { bodyHash } from "../idempotency/body-hash";
import { claimKey, type KeptReply } from "../idempotency/first-reply";
import { log } from "../log";
import { errorEnvelope } from "./reply";
import { STATUS } from "./status";

/** Refusals that may end differently the next time, and so are not kept. */
const NOT_KEPT: readonly number[] = [401, 403, 409, 429];

export interface Post {
  request: Request;
  actor: Actor | null;
  /** The body as it was sent. */
  sent: unknown;
  /** What may be kept of a reply that holds a secret. */
  withoutSecret?: (body: never) => unknown;
  /** The body of a refusal, where it is not the envelope. */
  refusal?: (error: AppError) => unknown;
}

/**
 * Answers a POST, and answers its repeats with the same `Idempotency-Key` as it was answered first. Other requests,
 * and those of nobody, are answered each time.
 * @throws idempotency.in_progress, idempotency.mismatch, request.invalid
 */
export async function repliedOnce(
  { request, actor, sent, withoutSecret, refusal }: Post,
  headers: Headers,
  respond: () => Promise<KeptReply>,
): Promise<KeptReply> {
  const key = request.headers.get("idempotency-key");
  if (request.method !== "POST" || !actor || key === null) return respond();
  requireUsable(key);
  const { pathname, search } = new URL(request.url);
  const caller = `${actor.userId}:${actor.apiKeyId ?? actor.method}`;
  const attempt = { caller, path: pathname + search, key, bodyHash: await bodyHash(sent) };
  const claim = await claimKey(attempt, new Date());
  if (claim.earlier) {
    headers.set("Idempotent-Replayed", "true");
    return claim.earlier;
  }
  try {
    const reply = await respond();
    await keep(claim.keep, withoutSecret ? { ...reply, body: withoutSecret(reply.body as never) } : reply);
    return reply;
  } catch (thrown) {
    const status = thrown instanceof AppError ? STATUS[thrown.code] : 500;
    if (thrown instanceof AppError && status < 500 && !NOT_KEPT.includes(status)) {
      const body = refusal?.(thrown) ?? errorEnvelope(thrown, headers.get("X-Request-Id") ?? "");
      await keep(claim.keep, { status, body });
    } else {
      await keep(claim.release);
    }
    throw thrown;
  }
}

function requireUsable(key: string): void {
  if (key.length >= 1 && key.length <= 255) return;
  const message = "must have 1 to 255 characters";
  throw new AppError("request.invalid", `The header Idempotency-Key ${message}.`, {
    issues: [{ path: ["Idempotency-Key"], code: "invalid_length", message }],
  });
}

/** The work is done; that its reply could not be kept must not take it from the caller. */
async function keep<A extends unknown[]>(write: (...reply: A) => Promise<void>, ...reply: A): Promise<void> {
  await write(...reply).catch((err) => log.warn({ err }, "the reply to an idempotent request could not be kept"));
}
