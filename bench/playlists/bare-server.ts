import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** The yardstick: `node:http` and nothing else, sending the bytes of a file (first argument) to whoever asks. */
const body = readFileSync(process.argv[2]!);
const server = createServer((_, outgoing) => {
  outgoing.writeHead(200, { "Content-Type": "application/vnd.apple.mpegurl", "Content-Length": body.byteLength });
  outgoing.end(body);
});
server.listen(0, "127.0.0.1", () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));
