import { createWriteStream } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { pipeline } from "node:stream/promises";

/** The least a server can do with a file that is sent to it: writes every body to the given path and flushes it. */
const [file = ""] = process.argv.slice(2);
const server = createServer({ requestTimeout: 0 }, (incoming, outgoing) => {
  void pipeline(incoming, createWriteStream(file, { flush: true })).then(() => outgoing.end());
});
server.listen(0, "127.0.0.1", () => console.log((server.address() as AddressInfo).port));
