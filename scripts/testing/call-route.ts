import { randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import type { Actor } from "@/core/actor";
import { openSession } from "@/server/auth/open-session";
import { env } from "@/server/env";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
type Handler = (request: Request, context: { params: Promise<Record<string, string | string[]>> }) => Promise<Response>;

/** The exports of a `route.ts`. */
export type Route = { [M in Method]?: Handler };

export interface Call {
  /** An actor calls with a session cookie, a string is the token of an API key; absent means nobody. */
  as?: Actor | string;
  params?: Record<string, string>;
  query?: Record<string, string | number>;
  /** Sent as JSON; a string is sent as it is, a form as a form. */
  body?: unknown;
  headers?: Record<string, string>;
}

export interface Answer {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks at one reply's fields and says what it expects of them.
  body: any;
}

const ORIGIN = "http://lineup.test";

/** Calls the exported handler of a route with a real request, as Next does. */
export async function send(route: Route, method: Method, options: Call = {}): Promise<Response> {
  const handler = route[method];
  if (!handler) throw new Error(`this route has no ${method}`);
  return handler(await requestOf(method, options), { params: Promise.resolve(options.params ?? {}) });
}

/** Calls a route and reads its JSON. */
export async function call(route: Route, method: Method, options: Call = {}): Promise<Answer> {
  const response = await send(route, method, options);
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === "" ? undefined : JSON.parse(text) };
}

async function requestOf(method: Method, { as, query = {}, body, headers = {} }: Call): Promise<Request> {
  const url = new URL("/v1/test", ORIGIN);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
  const all = new Headers({ "X-Forwarded-For": randomUUID() });
  if (typeof as === "string") all.set("Authorization", `Bearer ${as}`);
  else if (as) {
    all.set("Cookie", await sessionCookie(as));
    all.set("Origin", ORIGIN);
  }
  if (body !== undefined && !(body instanceof FormData)) all.set("Content-Type", "application/json");
  for (const [name, value] of Object.entries(headers)) {
    if (value === "") all.delete(name);
    else all.set(name, value);
  }
  const raw = body === undefined || typeof body === "string" || body instanceof FormData;
  return new Request(url, { method, headers: all, body: raw ? (body as BodyInit) : JSON.stringify(body) });
}

/** The cookie that next-auth sets when this creator signs in. */
export async function sessionCookie(actor: Actor): Promise<string> {
  const token = await encode({
    token: { sub: actor.userId, sid: await sessionOf(actor) },
    secret: env().NEXTAUTH_SECRET,
  });
  return `next-auth.session-token=${token}`;
}

/** Sessions that this test file opened; a creator signs in once. */
const opened = new Map<string, Promise<string>>();

function sessionOf(actor: Actor): Promise<string> {
  if (actor.sessionId) return Promise.resolve(actor.sessionId);
  const known = opened.get(actor.userId) ?? openSession(actor.userId, "");
  opened.set(actor.userId, known);
  return known;
}
