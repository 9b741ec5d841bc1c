import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** The yardstick: `node:http` that parses the JSON of a request, answers 204 and does nothing else. */
const server = createServer((incoming, outgoing) => {
  let text = "";
  incoming.setEncoding("utf8");
  incoming.on("data", (chunk) => {
    text += chunk;
  });
  incoming.on("end", () => {
    JSON.parse(text);
    outgoing.writeHead(204).end();
  });
});
server.listen(0, "127.0.0.1", () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));
