import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * The other yardstick: `node:http` and nothing else, building the playlist of 4 kB anew for every request, or sending
 * the same text each time (`sent` as first argument). The second argument is a playlist to imitate.
 */
const [way = "", example = ""] = process.argv.slice(2);
const [head = "", ...segments] = example.split("#EXT-X-PROGRAM-DATE-TIME:");

function built(): string {
  let text = head;
  for (const segment of segments) text += `#EXT-X-PROGRAM-DATE-TIME:${segment}`;
  return text;
}

const server = createServer((_, outgoing) => {
  const body = way === "sent" ? example : built();
  outgoing.writeHead(200, {
    "Content-Type": "application/vnd.apple.mpegurl",
    "Content-Length": Buffer.byteLength(body),
  });
  outgoing.end(body);
});
server.listen(0, "127.0.0.1", () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));
