import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface ForeignSite {
  origin: string;
  close(): Promise<void>;
}

/** A web site of somebody else: one page, at every address of it. */
export async function serveForeignSite(body: string): Promise<ForeignSite> {
  const page = `<!doctype html><html lang="en"><title>Somebody else</title><body>${body}</body></html>`;
  const server = createServer((_, outgoing) => outgoing.writeHead(200, { "content-type": "text/html" }).end(page));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
