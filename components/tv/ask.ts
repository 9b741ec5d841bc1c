import type { ErrorEnvelope } from "@/core/contract";

/** An answer of the API; status 0 when nothing came back. */
export interface Answer<T> {
  status: number;
  body: T | null;
  /** Of an error. */
  code?: string;
  retryAfterSeconds?: number;
}

export interface Question {
  token?: string | null;
  body?: unknown;
}

/** Old engines cannot call a request back: its answer is no longer waited for. */
const TIMEOUT_MS = 15_000;

/** Asks the API and never throws: a television has nobody to tell of an exception. */
export function ask<T>(method: string, path: string, { token, body }: Question = {}): Promise<Answer<T>> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve({ status: 0, body: null }), TIMEOUT_MS);
    const headers: Record<string, string> = {};
    if (token) headers.Authorization = `Bearer ${token}`;
    if (body !== undefined) headers["Content-Type"] = "application/json";
    // Without cookies: whoever is signed in to the Studio in this browser is not signed in here.
    fetch(path, { method, headers, body: body === undefined ? null : JSON.stringify(body), credentials: "omit" })
      .then((reply) => read<T>(reply))
      .catch((): Answer<T> => ({ status: 0, body: null }))
      .then((answer) => {
        clearTimeout(timer);
        resolve(answer);
      });
  });
}

async function read<T>(reply: Response): Promise<Answer<T>> {
  const text = await reply.text();
  const json: unknown = text === "" ? null : JSON.parse(text);
  if (reply.ok) return { status: reply.status, body: json as T };
  const retryAfter = Number(reply.headers.get("Retry-After"));
  return {
    status: reply.status,
    body: null,
    code: (json as ErrorEnvelope | null)?.error?.code,
    retryAfterSeconds: retryAfter > 0 ? retryAfter : undefined,
  };
}
