import type { IncomingMessage } from "node:http";
import { describe, expect, test } from "vitest";
import { forwardedOf, trustedProxies } from "./forwarded";

function request(peer: string, headers: Record<string, string> = {}): IncomingMessage {
  return { socket: { remoteAddress: peer }, headers: { host: "tv.example", ...headers } } as unknown as IncomingMessage;
}
const trusted = trustedProxies("10.0.0.0/8, 2001:db8::/32,127.0.0.1");

test("without trusted proxies the peer is the caller, whatever the headers say", () => {
  const lies = { "x-forwarded-for": "1.2.3.4", "x-forwarded-proto": "https", "x-forwarded-host": "evil.example" };
  expect(forwardedOf(request("10.0.0.1", lies), trustedProxies(undefined))).toEqual({
    address: "10.0.0.1",
    host: "tv.example",
    proto: "http",
  });
});

test("an IPv4 caller of the IPv6 socket is written as IPv4", () => {
  expect(forwardedOf(request("::ffff:192.0.2.9"), trusted).address).toBe("192.0.2.9");
});

test("a trusted proxy is believed about address, host and scheme", () => {
  const said = { "x-forwarded-for": "192.0.2.9", "x-forwarded-proto": "https", "x-forwarded-host": "tv.example.org" };
  expect(forwardedOf(request("::ffff:10.1.2.3", said), trusted)).toEqual({
    address: "192.0.2.9",
    host: "tv.example.org",
    proto: "https",
  });
});

test("the caller is the first address from the right that is no trusted proxy", () => {
  const address = (list: string) => forwardedOf(request("127.0.0.1", { "x-forwarded-for": list }), trusted).address;
  expect(address("6.6.6.6, 192.0.2.9, 10.0.0.7")).toBe("192.0.2.9");
  expect(address("192.0.2.9:5511, [2001:db8::5]:443")).toBe("192.0.2.9");
  expect(address("2001:4860::1")).toBe("2001:4860::1");
  expect(address("6.6.6.6, unknown")).toBe("127.0.0.1");
});

describe("TRUST_PROXY", () => {
  test.each(["10.0.0.0/33", "example.com", "10.0.0.1/", "::1/129", "10.0.0.0/8;192.168.0.0/16"])(
    "refuses %s by name",
    (entry) => {
      expect(() => trustedProxies(entry)).toThrow(`"${entry}"`);
    },
  );
});
