import { chmod, rm } from "node:fs/promises";
import { createServer } from "node:http";
import next from "next";
import { env } from "@/server/env";

/** How long open requests may go on after the signal to stop. */
const DRAIN_MS = 5_000;

/**
 * Next as a process of its own behind the front server: it listens on the unix socket NEXT_SOCKET only, so that
 * nobody reaches it around the front.
 */
async function main(): Promise<void> {
  const { NEXT_SOCKET: socket, NODE_ENV, PORT } = env();
  if (!socket) throw new Error("NEXT_SOCKET must name the unix socket to listen on");
  const app = next({ dev: NODE_ENV === "development", dir: process.cwd(), hostname: "localhost", port: PORT });
  await app.prepare();
  const handle = app.getRequestHandler();
  const upgrade = app.getUpgradeHandler();
  const server = createServer((request, response) => void handle(request, response));
  server.on("upgrade", (request, connection, head) => void upgrade(request, connection, head));
  // The front keeps connections open between requests; it must be the one that closes them.
  server.keepAliveTimeout = 75_000;
  await rm(socket, { force: true });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(socket, resolve);
  });
  await chmod(socket, 0o600);

  const stop = () => {
    server.close(() => process.exit(0));
    server.closeIdleConnections();
    setTimeout(() => process.exit(0), DRAIN_MS).unref();
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}

await main();
