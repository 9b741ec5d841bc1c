import { expect, test } from "vitest";
import { hostCookies, sessionCookieName, sessionTokenOf } from "./session-cookie";

test("over HTTPS only the cookie that is bound to this host is believed", () => {
  const planted = "next-auth.session-token=evil; __Secure-next-auth.session-token=evil";
  expect(sessionTokenOf(planted, true)).toBeNull();
  expect(sessionTokenOf(`${planted}; __Host-next-auth.session-token=own`, true)).toBe("own");
  expect(sessionTokenOf("next-auth.session-token=own", false)).toBe("own");
});

test("every cookie over HTTPS is bound to the host as browsers demand: secure, of the whole site, without a domain", () => {
  const cookies = Object.values(hostCookies(true) ?? {});
  expect(cookies).toHaveLength(6);
  for (const { name, options } of cookies) {
    expect(name).toMatch(/^__Host-/);
    expect(options).toMatchObject({ httpOnly: true, secure: true, path: "/", sameSite: "lax" });
    expect(options).not.toHaveProperty("domain");
  }
  expect(hostCookies(false)).toBeUndefined();
});

test("parts are put together in order, and a bare % elsewhere costs nothing", () => {
  const name = sessionCookieName(true);
  const parts = Array.from({ length: 11 }, (_, index) => `${name}.${index}=${index},`).reverse();
  expect(sessionTokenOf(`other=50%; ${parts.join("; ")}`, true)).toBe("0,1,2,3,4,5,6,7,8,9,10,");
});
