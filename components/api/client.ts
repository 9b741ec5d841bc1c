import type { ErrorEnvelope } from "@/core/contract";
import type { ErrorCode, Issue } from "@/core/errors";
import { forgetAnswers, takeAnswer } from "./deliveries";

/** Codes that only a browser can meet: no answer at all, or one that is not ours. */
type ClientErrorCode = ErrorCode | "network.unreachable" | "network.unreadable";

/** An answer of the API that is not 2xx, or no answer (`status` 0). `message` is fit to show. */
export class ApiError extends Error {
  override readonly name = "ApiError";

  constructor(
    readonly status: number,
    readonly code: ClientErrorCode,
    message: string,
    readonly details: Record<string, unknown> = {},
    readonly requestId: string | null = null,
    /** Seconds to wait, where the reply names them. */
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(message);
  }

  /** Fields that failed validation. */
  get issues(): Issue[] {
    return Array.isArray(this.details.issues) ? (this.details.issues as Issue[]) : [];
  }
}

export type Query = Record<string, string | number | boolean | null | undefined>;

interface CallOptions {
  query?: Query;
  headers?: Record<string, string>;
  signal?: AbortSignal;
  /** Sends it even when the page goes away meanwhile: for small bodies only. */
  keepalive?: boolean;
}

/** Path and query as one address; what is undefined, null or empty is left out. */
export function withQuery(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== "") search.set(key, String(value));
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

async function call<T>(method: string, path: string, body: unknown, options: CallOptions = {}): Promise<T> {
  if (method === "GET") {
    const delivered = await takeAnswer(withQuery(path, options.query));
    return delivered === null ? send<T>(method, path, body, options) : (delivered as T);
  }
  // What a page brings meanwhile was made before the change.
  return send<T>(method, path, body, options).finally(forgetAnswers);
}

async function send<T>(method: string, path: string, body: unknown, options: CallOptions): Promise<T> {
  const isRaw = body instanceof FormData || body instanceof Blob;
  const response = await fetch(withQuery(path, options.query), {
    method,
    credentials: "same-origin",
    headers: { ...(body !== undefined && !isRaw && { "Content-Type": "application/json" }), ...options.headers },
    body: body === undefined ? undefined : isRaw ? body : JSON.stringify(body),
    signal: options.signal,
    keepalive: options.keepalive,
  }).catch((thrown: unknown) => {
    if (thrown instanceof DOMException && thrown.name === "AbortError") throw thrown;
    throw new ApiError(0, "network.unreachable", "Lineup cannot be reached. Check your connection and try again.");
  });
  if (!response.ok) throw await errorOf(response);
  if (response.status === 204) return undefined as T;
  return response.json() as Promise<T>;
}

async function errorOf(response: Response): Promise<ApiError> {
  const envelope = (await response.json().catch(() => null)) as ErrorEnvelope | null;
  const retryAfter = Number.parseInt(response.headers.get("Retry-After") ?? "", 10);
  if (!envelope?.error) {
    const message = `The server gave an unexpected answer (${response.status}). Try again in a moment.`;
    return new ApiError(response.status, "network.unreadable", message);
  }
  const { code, message, details, requestId } = envelope.error;
  const wait = Number.isNaN(retryAfter) ? null : retryAfter;
  return new ApiError(response.status, code as ErrorCode, message, details, requestId, wait);
}

/** The public API, called as any client would; the browser adds the session cookie. Failures throw `ApiError`. */
export const api = {
  get: <T>(path: string, query?: Query, options?: Omit<CallOptions, "query">) =>
    call<T>("GET", path, undefined, { ...options, query }),
  post: <T>(path: string, body?: unknown, options?: CallOptions) => call<T>("POST", path, body, options),
  put: <T>(path: string, body?: unknown, options?: CallOptions) => call<T>("PUT", path, body, options),
  patch: <T>(path: string, body?: unknown, options?: CallOptions) => call<T>("PATCH", path, body, options),
  delete: <T = void>(path: string, { body, ...options }: CallOptions & { body?: unknown } = {}) =>
    call<T>("DELETE", path, body, options),
};
