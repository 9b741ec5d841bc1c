import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";

export interface Sources {
  /** Address of a path on this server. */
  url(path: string): string;
  close(): Promise<void>;
}

/** A server elsewhere that gives one file under every name that ends in .mp4; the product may fetch from it. */
export async function serveSources(file: string): Promise<Sources> {
  const port = Number(process.env.LINEUP_E2E_SOURCES);
  const { size } = await stat(file);
  const server = createServer((request, reply) => {
    if (!request.url?.endsWith(".mp4")) {
      reply.writeHead(404).end();
      return;
    }
    reply.writeHead(200, { "Content-Type": "video/mp4", "Content-Length": size });
    if (request.method === "HEAD") reply.end();
    else createReadStream(file).pipe(reply);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    url: (path) => `http://127.0.0.1:${port}/${path}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
