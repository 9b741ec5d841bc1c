import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import next from "next";

/** Serves a built Next app in a folder as `scripts/next-server.ts` serves ours, on a port of its own. */
// What Next has to say must not stand before the port.
console.log = console.info = console.warn = console.error;
const dir = process.argv[2] ?? process.cwd();
const app = next({ dev: false, dir, hostname: "localhost", port: 3000 });
await app.prepare();
const handle = app.getRequestHandler();
const server = createServer((request, response) => void handle(request, response));
server.keepAliveTimeout = 75_000;
server.listen(0, "127.0.0.1", () => process.stdout.write(String((server.address() as AddressInfo).port)));
