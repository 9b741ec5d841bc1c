import { expect, test } from "vitest";
import { contentSecurityPolicy, newNonce, pagePolicy, securityHeaders } from "./security-headers";

const plain = { NODE_ENV: "production", S3_REGION: "auto" } as const;
const directives = (policy: string) =>
  new Map(policy.split("; ").map((part) => [part.split(" ")[0]!, part.split(" ").slice(1)]));

test("scripts run by nonce only, and nothing comes from another host", () => {
  const policy = directives(contentSecurityPolicy(plain)("abc=", pagePolicy("/sign-in")));
  expect(policy.get("script-src")).toEqual(["'self'", "'nonce-abc='", "'strict-dynamic'"]);
  for (const name of ["object-src", "base-uri", "script-src-attr"]) expect(policy.get(name)).toEqual(["'none'"]);
  for (const sources of policy.values()) expect(sources.join(" ")).not.toMatch(/https?:/);
});

test("the development server may evaluate", () => {
  const policy = directives(
    contentSecurityPolicy({ ...plain, NODE_ENV: "development" })("abc=", pagePolicy("/sign-in")),
  );
  expect(policy.get("script-src")).toContain("'unsafe-eval'");
});

test("media and uploads may lie where the settings say, and scripts may not", () => {
  const policy = directives(
    contentSecurityPolicy({
      ...plain,
      MEDIA_BASE_URL: "https://cdn.example/tv/",
      S3_BUCKET: "tv",
      S3_ENDPOINT: "https://s3.example:9000",
    })("abc=", pagePolicy("/sign-in")),
  );
  for (const name of ["connect-src", "media-src", "img-src"]) {
    expect(policy.get(name)).toEqual(
      expect.arrayContaining(["https://cdn.example", "https://s3.example:9000", "https://tv.s3.example:9000"]),
    );
  }
  expect(policy.get("script-src")).toEqual(["'self'", "'nonce-abc='", "'strict-dynamic'"]);
});

test("only the embedded player may be framed", () => {
  const policy = contentSecurityPolicy(plain);
  expect(directives(policy("n", pagePolicy("/embed/watch/one"))).get("frame-ancestors")).toEqual(["*"]);
  for (const path of ["/", "/embedded", "/watch/one"]) {
    expect(directives(policy("n", pagePolicy(path))).get("frame-ancestors")).toEqual(["'none'"]);
    expect(securityHeaders(pagePolicy(path), "http")["X-Frame-Options"]).toBe("DENY");
  }
});

test("nonces differ, and HTTPS is demanded only where it is used", () => {
  expect(newNonce()).not.toBe(newNonce());
  expect(securityHeaders(pagePolicy("/"), "http")).not.toHaveProperty("Strict-Transport-Security");
  expect(securityHeaders(pagePolicy("/"), "https")).toHaveProperty("Strict-Transport-Security");
});

test("pages that play channels may fetch streams from any server, but no scripts or pictures", () => {
  for (const path of [
    "/",
    "/watch/one",
    "/embed/watch/one",
    "/tv",
    "/preview/1",
    "/library",
    "/channels/1",
    "/analytics",
  ]) {
    const policy = directives(contentSecurityPolicy(plain)("abc=", pagePolicy(path)));
    for (const name of ["connect-src", "media-src"]) expect(policy.get(name)).toContain("https:");
    for (const name of ["script-src", "img-src", "default-src"]) {
      expect(policy.get(name)?.join(" ")).not.toMatch(/https?:/);
    }
  }
  for (const path of ["/sign-in", "/previews", "/watching"]) {
    expect(contentSecurityPolicy(plain)("abc=", pagePolicy(path))).not.toMatch(/https?:/);
  }
});

test("the preview of a linked item may be framed by our own pages only", () => {
  const policy = directives(contentSecurityPolicy(plain)("abc=", pagePolicy("/preview/1")));
  expect(policy.get("frame-ancestors")).toEqual(["'self'"]);
  expect(securityHeaders(pagePolicy("/preview/1"), "http")["X-Frame-Options"]).toBe("SAMEORIGIN");
});

test("in an answer of the API nothing may be run, loaded or framed", () => {
  for (const path of ["/v1/me", "/api/v1/import", "/api/auth/csrf", "/mcp"]) {
    const policy = directives(contentSecurityPolicy(plain)("abc=", pagePolicy(path)));
    expect(policy.get("default-src")).toEqual(["'none'"]);
    expect(policy.get("frame-ancestors")).toEqual(["'none'"]);
    expect(policy.has("script-src")).toBe(false);
  }
});

test("what a page of another site may do: frame the embedded player, and nothing else", () => {
  expect(securityHeaders(pagePolicy("/embed/watch/one"), "http")).toMatchObject({
    "Cross-Origin-Resource-Policy": "cross-origin",
  });
  expect(securityHeaders(pagePolicy("/watch/one"), "http")).toMatchObject({
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
  });
});

test("no page may use a camera, a microphone or a place, and the player may fill the screen", () => {
  const allowed = securityHeaders(pagePolicy("/embed/watch/one"), "http")["Permissions-Policy"]?.split(", ");
  expect(allowed).toEqual(
    expect.arrayContaining(["camera=()", "microphone=()", "geolocation=()", "fullscreen=(self)"]),
  );
});
