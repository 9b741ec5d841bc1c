import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { TvSession } from "./tv-session";

interface Asked {
  path: string;
  token: string | null;
  refresh?: string;
}

let asked: Asked[];
/** Answers by path; the default takes every token. */
let answer: (question: Asked) => { status: number; body?: unknown } | "nothing";
let revoked: number;
let session: TvSession;

const pair = (name: string) => ({
  access_token: `access-${name}`,
  refresh_token: `refresh-${name}`,
  token_type: "Bearer" as const,
  expires_in: 100,
});
const isRenewal = ({ path }: Asked) => path === "/v1/auth/oauth/token";
const renewals = () => asked.filter(isRenewal).map(({ refresh }) => refresh);

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 4, 3) });
  asked = [];
  revoked = 0;
  answer = (question) => ({ status: 200, body: isRenewal(question) ? pair("2") : {} });
  vi.stubGlobal("fetch", async (path: string, init: { headers: Record<string, string>; body: string | null }) => {
    const token = init.headers.Authorization?.replace("Bearer ", "") ?? null;
    const question = { path, token, refresh: init.body ? JSON.parse(init.body).refresh_token : undefined };
    asked.push(question);
    const found = answer(question);
    if (found === "nothing") throw new TypeError("Failed to fetch");
    return new Response(JSON.stringify(found.body ?? {}), { status: found.status });
  });
  session = new TvSession(() => {
    revoked++;
  });
  session.signIn(pair("1"));
});
afterEach(async () => {
  await session.signOut();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test("tokens are good for half of their life, and are renewed before they are used after it", async () => {
  await session.ask("GET", "/v1/me");
  vi.setSystemTime(Date.now() + 51_000);
  await session.ask("GET", "/v1/me");
  expect(asked.map(({ path, token }) => [path, token])).toEqual([
    ["/v1/me", "access-1"],
    ["/v1/auth/oauth/token", null],
    ["/v1/me", "access-2"],
  ]);
  expect(renewals()).toEqual(["refresh-1"]);
});

test("an answer of 401 brings new tokens, and the question is asked once more", async () => {
  answer = (question) =>
    isRenewal(question) ? { status: 200, body: pair("2") } : { status: question.token === "access-2" ? 200 : 401 };
  expect((await session.ask("GET", "/v1/me")).status).toBe(200);
  expect(renewals()).toEqual(["refresh-1"]);
});

test("many questions at once renew once: a refresh token is good once", async () => {
  vi.setSystemTime(Date.now() + 60_000);
  await Promise.all(["/a", "/b", "/c"].map((path) => session.ask("GET", path)));
  expect(renewals()).toEqual(["refresh-1"]);
  expect(asked.filter((each) => !isRenewal(each)).map(({ token }) => token)).toEqual(Array(3).fill("access-2"));
});

test("a television whose owner has signed it out says so once, and asks as anybody from then on", async () => {
  answer = (question) =>
    isRenewal(question) ? { status: 400, body: { error: { code: "invalid_grant" } } } : { status: 401 };
  await Promise.all([session.ask("GET", "/a"), session.ask("GET", "/b")]);
  expect([revoked, session.isSignedIn]).toEqual([1, false]);
  await session.ask("GET", "/c");
  expect(asked.at(-1)).toMatchObject({ path: "/c", token: null });
});

test("a network or a server that is away signs nobody out", async () => {
  vi.setSystemTime(Date.now() + 60_000);
  answer = () => "nothing";
  expect((await session.ask("GET", "/v1/me")).status).toBe(0);
  answer = () => ({ status: 503 });
  await session.ask("GET", "/v1/me");
  expect([revoked, session.isSignedIn]).toEqual([0, true]);
});
