import { createServer } from "node:net";
import { Refusal } from "../refusal";

/** A TCP port on loopback that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port could be opened on 127.0.0.1");
  return address.port;
}

/** Refuses, before any work is done, a port that another program listens on or that this user may not open. */
export async function requireFreePort(port: number): Promise<void> {
  const server = createServer();
  const failure = await new Promise<NodeJS.ErrnoException | null>((resolve) => {
    server.once("error", resolve);
    server.listen(port, () => server.close(() => resolve(null)));
  });
  if (failure === null) return;
  if (failure.code === "EADDRINUSE")
    throw new Refusal(
      `Port ${port} is in use by another program. Stop that one, or choose another: PORT=${port + 1} npm start`,
    );
  if (failure.code === "EACCES")
    throw new Refusal(`This user may not open port ${port}. Choose one above 1023: PORT=3000 npm start`);
  throw new Refusal(`Port ${port} cannot be opened: ${failure.message}.`);
}
