import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, test } from "vitest";
import { call } from "@/scripts/testing/call-route";
import { db } from "@/server/db";
import { env } from "@/server/env";
import * as route from "./route";

const someone = (fields: object = {}) => ({
  email: `${randomUUID()}@example.com`,
  password: "correct horse",
  name: "Ada",
  ...fields,
});
const register = (body: unknown, headers = {}) => call(route, "POST", { body, headers });

afterEach(() => {
  env().SIGNUP = "open";
});

describe("201", () => {
  test("an account, without anything of its password", async () => {
    const account = someone();
    const { status, body } = await register(account);
    expect(status).toBe(201);
    expect(body).toEqual({
      user: {
        id: expect.any(String),
        email: account.email,
        name: "Ada",
        timezone: "UTC",
        theme: "system",
        clock: "auto",
        hasPassword: true,
        isModerator: expect.any(Boolean),
        createdAt: expect.any(String),
      },
    });
  });

  test("the password is kept as argon2id only, the address in lower case", async () => {
    const { body } = await register(someone({ email: `MiXed-${randomUUID()}@Example.COM` }));
    const row = await db.user.findUniqueOrThrow({ where: { id: body.user.id } });
    expect(row.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(row.email).toBe(row.email.toLowerCase());
  });
});

describe("403", () => {
  test("a closed installation takes nobody", async () => {
    env().SIGNUP = "closed";
    expect((await register(someone())).body.error.code).toBe("auth.signup_closed");
  });

  test("with SIGNUP=first nobody joins an installation that has an account", async () => {
    await register(someone());
    env().SIGNUP = "first";
    expect((await register(someone())).body.error.code).toBe("auth.signup_closed");
  });
});

describe("409", () => {
  test("an address that is taken, in whatever case", async () => {
    const account = someone();
    await register(account);
    const { status, body } = await register({ ...account, email: account.email.toUpperCase() });
    expect([status, body.error.code]).toEqual([409, "auth.email_taken"]);
  });

  test("of several at once with one address one wins", async () => {
    const account = someone();
    const answers = await Promise.all(Array.from({ length: 8 }, () => register(account)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, ...Array(7).fill(409)]);
  });
});

describe("413, 415", () => {
  test("a body of more than 1 MiB, and one that is no JSON", async () => {
    expect((await register(someone({ name: "x".repeat(1024 * 1024) }))).status).toBe(413);
    const form = await call(route, "POST", { body: "email=a", headers: { "Content-Type": "text/plain" } });
    expect(form.body.error.code).toBe("request.unsupported_media_type");
  });
});

describe("422", () => {
  test.each([
    ["a short password", { password: "ninechars" }, "password"],
    ["a long password", { password: "x".repeat(257) }, "password"],
    ["an address that is none", { email: "ada" }, "email"],
    ["no name", { name: " " }, "name"],
    ["a character that cannot be stored", { name: "a\u0000b" }, "name"],
    ["an unknown field", { admin: true }, "admin"],
  ])("%s", async (_, fields, path) => {
    const { status, body } = await register(someone(fields));
    expect(status).toBe(422);
    expect(body.error.details.issues[0].path).toEqual([path]);
  });
});

describe("429", () => {
  test("twenty an hour from one address, with the headers that say so", async () => {
    const from = { "X-Forwarded-For": randomUUID() };
    const answers = [];
    for (let count = 0; count < 21; count++) answers.push(await register({}, from));
    expect(answers.slice(0, 20).every((answer) => answer.status === 422)).toBe(true);
    expect(answers[0]?.headers.get("RateLimit-Remaining")).toBe("19");
    expect(answers[20]?.status).toBe(429);
    expect(answers[20]?.headers.get("RateLimit-Remaining")).toBe("0");
    expect(Number(answers[20]?.headers.get("Retry-After"))).toBeGreaterThan(3500);
  });
});
