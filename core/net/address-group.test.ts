import { expect, test } from "vitest";
import { addressGroup } from "./address-group";

test("an IPv4 address is one caller, also as a socket for both writes it", () => {
  expect(addressGroup("192.0.2.1")).toBe("192.0.2.1");
  expect(addressGroup("::ffff:192.0.2.1")).toBe("192.0.2.1");
  expect(addressGroup("192.0.2.2")).not.toBe(addressGroup("192.0.2.1"));
});

test("all addresses of an IPv6 /64 are one caller, those of the next are not", () => {
  const one = addressGroup("2001:db8:1:2::1");
  expect(addressGroup("2001:DB8:1:2:ffff:ffff:ffff:ffff")).toBe(one);
  expect(addressGroup("2001:db8:1:3::1")).not.toBe(one);
});

test("what is no address stays what it is", () => {
  expect(addressGroup("unknown")).toBe("unknown");
});
