import { type Dispatcher, request } from "undici";
import { FetchFailure } from "@/core/net/fetch-failure";
import { sharedAgent } from "./connect";
import { asFetchFailure } from "./connection-errors";
import { judgeUrl, type Opened } from "./judge-url";
import { limitedBody } from "./limited-body";

export interface FetchLimits {
  /** Hops of redirects; 0 takes a redirect for an answer. */
  redirects: number;
  /** Until the head of each answer is there. */
  headersMs: number;
  /** Between two pieces of the body. */
  idleMs: number;
  /** For everything together, redirects and body included. */
  totalMs: number;
  /** Of the body. */
  maxBytes: number;
}

export const DEFAULT_LIMITS: FetchLimits = {
  redirects: 5,
  headersMs: 20_000,
  idleMs: 20_000,
  totalMs: 60_000,
  maxBytes: 32 * 1024 ** 2,
};

export interface SafeFetchOptions {
  method?: "GET" | "HEAD" | "POST";
  /** Names in small letters. */
  headers?: Record<string, string>;
  body?: string | Uint8Array;
  signal?: AbortSignal;
  limits?: Partial<FetchLimits>;
  /** Another agent of `guardedAgent`, with a resolver or a list of opened origins of its own. */
  agent?: Dispatcher;
  /** Opened origins other than those of imports; the agent must have been given the same. */
  opened?: Opened;
}

export interface SafeReply {
  /** Where the answer came from in the end, without user name and password. */
  url: URL;
  status: number;
  /** Names in small letters; of repeated ones the first. */
  headers: Record<string, string | undefined>;
  /** The body as it arrives. Read it to its end, or call `discard`. Throws FetchFailure, or the signal's reason. */
  body: AsyncGenerator<Uint8Array, void, void>;
  /** Ends the connection without reading on. */
  discard(): Promise<void>;
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** What names the caller to one server must not be told to another. */
const SECRET_HEADERS = ["authorization", "cookie", "proxy-authorization"];
const OWN_HEADERS = { "user-agent": "Lineup", accept: "*/*", "accept-encoding": "identity" };

/**
 * Asks a stranger's server, for a URL that a user gave us. Every hop of a redirect is judged like the first address,
 * by spelling and, when the connection is made, by what the name resolves to. No cookies, no proxy of the environment;
 * user name and password of the URL go to its own origin only.
 * @returns the answer of any status; only a redirect is never returned, unless `limits.redirects` is 0
 * @throws url.refused; FetchFailure; the signal's reason when aborted
 */
export async function safeFetch(address: string | URL, options: SafeFetchOptions = {}): Promise<SafeReply> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const stop = stopper(limits.totalMs, options.signal);
  try {
    let url = judgeUrl(String(address), options.opened);
    let headers: Record<string, string> = { ...OWN_HEADERS, ...credentialsOf(url), ...options.headers };
    for (let hop = 0; ; hop++) {
      url = withoutCredentials(url);
      const reply = await ask(url, headers, options, limits, stop.signal);
      const next = REDIRECTS.has(reply.statusCode) ? first(reply.headers.location) : undefined;
      if (next === undefined || limits.redirects === 0) return answerOf(url, reply, limits, stop);
      reply.body.on("error", () => {}).destroy();
      if (hop === limits.redirects) throw new FetchFailure("url.redirect_loop");
      const spelled = URL.canParse(next, url.href) ? new URL(next, url).href : next;
      const target = withoutCredentials(judgeUrl(spelled, options.opened));
      if (target.origin !== url.origin) headers = omit(headers, SECRET_HEADERS);
      url = target;
    }
  } catch (thrown) {
    stop.end();
    options.signal?.throwIfAborted();
    throw asFetchFailure(thrown);
  }
}

async function ask(
  url: URL,
  headers: Record<string, string>,
  options: SafeFetchOptions,
  limits: FetchLimits,
  signal: AbortSignal,
): Promise<Dispatcher.ResponseData> {
  return request(url, {
    method: options.method ?? "GET",
    headers,
    body: options.body,
    signal,
    dispatcher: options.agent ?? sharedAgent(),
    headersTimeout: limits.headersMs,
    bodyTimeout: limits.idleMs,
  });
}

type Stopper = ReturnType<typeof stopper>;

function answerOf(url: URL, reply: Dispatcher.ResponseData, limits: FetchLimits, stop: Stopper): SafeReply {
  const discard = async () => {
    stop.end();
    reply.body.on("error", () => {}).destroy();
  };
  const headers = Object.fromEntries(Object.entries(reply.headers).map(([name, value]) => [name, first(value)]));
  return { url, status: reply.statusCode, headers, body: limitedBody(reply.body, limits.maxBytes, stop), discard };
}

/** Aborts when the caller does, or when the time for everything is up. */
function stopper(totalMs: number, outer: AbortSignal | undefined) {
  const controller = new AbortController();
  const onAbort = () => controller.abort(outer?.reason);
  if (outer?.aborted) onAbort();
  outer?.addEventListener("abort", onAbort, { once: true });
  const timer = setTimeout(() => controller.abort(new FetchFailure("url.timeout")), Math.min(totalMs, 2 ** 31 - 1));
  return {
    signal: controller.signal,
    end: () => {
      clearTimeout(timer);
      outer?.removeEventListener("abort", onAbort);
    },
  };
}

function credentialsOf(url: URL): Record<string, string> {
  if (url.username === "" && url.password === "") return {};
  const pair = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  return { authorization: `Basic ${Buffer.from(pair).toString("base64")}` };
}

function withoutCredentials(url: URL): URL {
  const plain = new URL(url);
  plain.username = "";
  plain.password = "";
  plain.hash = "";
  return plain;
}

function omit(headers: Record<string, string>, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name.toLowerCase())));
}

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
