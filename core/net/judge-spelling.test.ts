import { describe, expect, test } from "vitest";
import { parseAllowedHosts } from "./allowed-hosts";
import { endpointOf, readUrl, refusalOf } from "./judge-spelling";

/** Every spelling by which somebody may try to reach what is not public. */
const ATTACKS = [
  // this machine
  ...["http://127.0.0.1/", "http://127.1/", "http://127.0.1:8080/", "http://127.255.255.254/", "http://0/"],
  ...["http://2130706433/", "http://017700000001/", "http://0x7f000001/", "http://0x7f.1/", "http://0177.0.0.1/"],
  ...["http://127.0.0.1./", "http://0.0.0.0:3000/", "http://0x0/", "http://①②⑦.⓪.⓪.①/", "http://１２７.０.０.１/"],
  ...["http://127%2e0%2e0%2e1/", "http://127。0。0。1/", "http:127.0.0.1", "http:\\\\127.0.0.1\\", "HTTP://127.0.0.1"],
  ...[
    "http://localhost/",
    "http://LOCALHOST:6379/",
    "http://localhost./",
    "http://a.b.localhost/",
    "http://redis:6379/",
  ],
  ...["https://[::1]/", "http://[::]/", "http://[0:0:0:0:0:0:0:1]/", "http://[::ffff:127.0.0.1]/"],
  ...["http://[::ffff:7f00:1]/", "http://[::127.0.0.1]/", "http://[64:ff9b::127.0.0.1]/", "http://[64:ff9b::7f00:1]/"],
  // private networks
  ...[
    "http://10.0.0.1/",
    "http://10.255.255.255/",
    "http://172.16.0.1/",
    "http://172.31.255.255/",
    "http://192.168.1.1/",
  ],
  ...[
    "http://3232235777/",
    "http://0xC0A80101/",
    "http://0300.0250.1.1/",
    "http://100.64.0.1/",
    "http://100.127.255.255/",
  ],
  ...["http://[fc00::1]/", "http://[fd12:3456:789a::1]/", "http://[fec0::1]/", "http://[::ffff:10.0.0.1]/"],
  ...[
    "http://[64:ff9b::10.0.0.1]/",
    "http://[64:ff9b:1::1]/",
    "http://[2002:0a00:0001::1]/",
    "http://[2002:7f00:1::]/",
  ],
  // link-local and metadata services
  ...["http://169.254.169.254/latest/meta-data/", "http://2852039166/", "http://0xa9fea9fe/", "http://[fe80::1]/"],
  ...["http://[::ffff:169.254.169.254]/", "http://[fd00:ec2::254]/", "http://[fd20:ce::254]/", "http://168.63.129.16/"],
  ...["http://100.100.100.200/", "http://192.0.0.192/", "http://metadata.google.internal/", "http://metadata/"],
  // multicast, reserved, tunnels, documentation
  ...["http://224.0.0.1/", "http://239.255.255.250:1900/", "http://255.255.255.255/", "http://240.0.0.1/"],
  ...["http://[ff02::1]/", "http://198.18.0.1/", "http://192.0.2.1/", "http://198.51.100.7/", "http://203.0.113.9/"],
  ...["http://[2001::1]/", "http://[2001:db8::1]/", "http://[3fff::1]/", "http://[4000::1]/", "http://[100::1]/"],
  // names of local networks and other worlds
  ...["http://printer.local/", "http://nas.lan/", "http://router.home.arpa/", "http://db.internal/", "http://x.onion/"],
  // a host that hides behind a user name, or the other way round
  ...["http://example.com@127.0.0.1/", "http://example.com:80@10.0.0.1/", "http://127.0.0.1\\@example.com/"],
  ...["http://127.0.0.1#@example.com/", "http://127.0.0.1?@example.com/", "http://exa\tmple@127.0.0.1/"],
  // other schemes
  ...["file:///etc/passwd", "ftp://example.com/a.mp4", "gopher://127.0.0.1:6379/_FLUSHALL", "data:video/mp4;base64,AA"],
  ...["javascript:alert(1)", "dict://127.0.0.1:11211/", "rtmp://example.com/live", "concat:http://a.com|http://b.com"],
  ...["blob:https://example.com/1", "about:blank", "ws://example.com/", "//example.com/a.mp4", "/etc/passwd"],
  // ports of other protocols
  ...["http://example.com:22/", "http://example.com:25/", "https://example.com:6379/", "http://example.com:11211/"],
  // not an address at all
  ...["", " ", "example.com", "http://", "https://", "http://999.1.1.1/", "http://[::1", "http://a b.com/"],
  ...["http://exa_mple..com/", "https://xn--/", "http://1.2.3.4.5/"],
];

describe("an address that is not public is refused however it is spelt", () => {
  test.each(ATTACKS)("%s", (text) => {
    const url = readUrl(text);
    const refusal = typeof url === "string" ? url : refusalOf(url);
    expect(refusal).toMatch(/^[A-Z0-9].+\.|^Only/);
  });

  test("there are more than a hundred of them, each once", () => {
    expect(new Set(ATTACKS).size).toBe(ATTACKS.length);
    expect(ATTACKS.length).toBeGreaterThan(100);
  });
});

test("an address of more than 4096 characters is refused", () => {
  expect(readUrl(`https://example.com/${"a".repeat(4096)}`)).toContain("longer than");
});

test.each([
  "https://example.com/a.mp4",
  "http://example.com:8080/a.mp4?x=1#t=2",
  "https://user:secret@cdn.example.com/a.mp4",
  "https://müller.example.com/",
  "http://8.8.8.8/a.mp4",
  "http://[2606:4700::1111]/a.mp4",
  "http://[64:ff9b::8.8.8.8]/a.mp4",
  "https://local.example.com/",
  "https://localhost.example.com/",
])("a public address passes: %s", (text) => {
  expect(refusalOf(readUrl(text) as URL)).toBeNull();
});

test("an opened origin is that host and that port, in every spelling of them, and nothing beside it", () => {
  const opened = parseAllowedHosts("127.0.0.1:9000, NAS.example.org:443,[::1]:80");
  const isOpen = (text: string) => opened.has(endpointOf(readUrl(text) as URL));
  expect(["http://127.0.0.1:9000/x", "http://2130706433:9000/", "https://nas.example.org./"].every(isOpen)).toBe(true);
  expect(["http://[::1]/", "http://[0:0::1]:80/"].every(isOpen)).toBe(true);
  expect(["http://127.0.0.1:9001/", "http://127.0.0.2:9000/", "http://nas.example.org/"].some(isOpen)).toBe(false);
});

test.each(["nas", "nas:", "nas:0", "nas:70000", "http://nas:80", "nas:80/x", "user@nas:80", "*:80", "::1:80"])(
  "an entry that is not one host and one port is named: %s",
  (entry) => {
    expect(() => parseAllowedHosts(entry)).toThrow(`"${entry}"`);
  },
);
