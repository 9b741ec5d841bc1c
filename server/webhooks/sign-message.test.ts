import { Webhook } from "standardwebhooks";
import { beforeAll, describe, expect, test } from "vitest";

// The settings are read once; only the secret matters here.
beforeAll(() => {
  process.env.DATABASE_URL ??= "postgresql://nobody@localhost/none";
  process.env.REDIS_URL ??= "redis://localhost";
  process.env.NEXTAUTH_SECRET ??= "0123456789abcdef0123456789abcdef";
});
const sealing = () => import("./sealed-secret");
const signing = () => import("./sign-message");

const BODY = JSON.stringify({ type: "content.ready", title: "Größe – 映画 🎬" });

describe("a signed message", () => {
  test("is accepted by the official library, with either of two secrets, and by no other", async () => {
    const { newSecret } = await sealing();
    const { signedHeaders } = await signing();
    const [fresh, old, other] = [newSecret(), newSecret(), newSecret()];
    const headers = signedHeaders({ id: "019aa5a0", sentAt: new Date(), body: BODY }, [fresh, old]);
    expect(new Webhook(fresh).verify(BODY, headers)).toEqual(JSON.parse(BODY));
    expect(new Webhook(old).verify(BODY, headers)).toEqual(JSON.parse(BODY));
    expect(() => new Webhook(other).verify(BODY, headers)).toThrow();
  });

  test("is refused once its body, its id or its time is another", async () => {
    const { newSecret } = await sealing();
    const { signedHeaders } = await signing();
    const secret = newSecret();
    const headers = signedHeaders({ id: "019aa5a0", sentAt: new Date(), body: BODY }, [secret]);
    const verify = (body: string, changed: Record<string, string> = {}) =>
      new Webhook(secret).verify(body, { ...headers, ...changed });
    expect(() => verify(`${BODY} `)).toThrow();
    expect(() => verify(BODY, { "webhook-id": "019aa5a1" })).toThrow();
    expect(() => verify(BODY, { "webhook-timestamp": String(Number(headers["webhook-timestamp"]) - 1) })).toThrow();
  });
});

describe("a sealed secret", () => {
  test("opens for its own endpoint only, and never shows what it holds", async () => {
    const { newSecret, sealSecret, unsealSecret } = await sealing();
    const secret = newSecret();
    const sealed = sealSecret(secret, "one");
    expect(sealed).not.toContain(secret.slice(6, 20));
    expect(sealSecret(secret, "one")).not.toBe(sealed);
    expect(unsealSecret(sealed, "one")).toBe(secret);
    expect(() => unsealSecret(sealed, "two")).toThrow();
    expect(() => unsealSecret(`${sealed.slice(0, -2)}AA`, "one")).toThrow();
    expect(() => unsealSecret(secret, "one")).toThrow("another form");
  });
});
